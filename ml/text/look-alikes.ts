/**
 * Characters beyond ASCII that read as ASCII ones once lower-case and without accents.
 *
 * Letters: after the Unicode confusables table (UTS #39, Unicode Security Mechanisms, confusables.txt), those whose
 * prototype is a Latin letter, from the scripts that people really borrow from: Cyrillic, Greek, Armenian, IPA,
 * small capitals, barred and hooked Latin. Added to it: μ for u. Quotes and apostrophes: the Unicode blocks General
 * Punctuation and Spacing Modifier Letters, and ´ as many keyboards give it.
 */
const groups: Readonly<Record<string, string>> = {
  a: 'аαɑᴀ',
  b: 'ьвƅʙ',
  c: 'сϲᴄ',
  d: 'ԁɗđᴅժ',
  e: 'еєεɛҽᴇ',
  f: 'ƒꜰ',
  g: 'ɡɢցᶃ',
  h: 'һհнħʜ',
  i: 'іıɩιɪ',
  j: 'јϳᴊ',
  k: 'кκᴋ',
  l: 'ӏłɭʟ',
  m: 'мᴍ',
  n: 'ոռηпɴ',
  o: 'оοσօøᴏ',
  p: 'рρᴘ',
  q: 'ԛգ',
  r: 'гɾʀ',
  s: 'ѕʂꜱ',
  t: 'тτŧᴛ',
  u: 'υսμʋᴜ',
  v: 'νѵᴠ',
  w: 'ԝɯωաᴡ',
  x: 'хχ',
  y: 'уγүყʏ',
  z: 'ʐᴢ',
  "'": '‘’‚‛ʼʻ′´ꞌ',
  '"': '“”„‟«»″〝〞',
};

/** From one such character to the ASCII one it reads as. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(groups).flatMap(([ascii, alikes]) => [...alikes].map((alike) => [alike, ascii] as const)),
);
