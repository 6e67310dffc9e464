import { hitsOf, type PhiFinder } from './phi-hit.ts';

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}][\p{L}\p{N}.-]{0,200}/gu;
const spelledEmail =
  /(?<![\w.+-])(?:[\w+-]{1,40} (?:dot|underscore) ){0,2}[\w.+-]{2,64} ?[[({]? ?\bat\b ?[\])}]? ?[\w-]{2,64} ?[[({]? ?(?:\bdot\b|\.) ?[\])}]? ?(?:com|org|net|edu|gov|co|io|de|uk|fr|in|me|info)\b/gi;
/** "m.garcia (at) clinica (dot) es", "dr_wu AT hospital.example". */
const bracketedEmail =
  /(?<![\w.+-])[\w.+-]{1,64} ?[[({<] ?at ?[\])}>] ?[\w-]{1,64}(?: ?[[({<] ?(?:dot|punkt|point|punto|ponto) ?[\])}>] ?[\w-]{1,64}|\.[\w-]{1,64}){1,4}(?!\w)/gi;
const shoutedEmail =
  /(?<![\w.+-])(?=[\w.+-]{0,64}[a-z])(?=[\w.+-]{0,64}[\d_.])[\w.+-]{2,64} AT [\w-]{2,64}\.[a-z]{2,12}(?!\w)/g;
const urlWithScheme = /(?<![a-z])(?:h(?:tt|xx)ps?|s?ftp|mailto|tel):(?:\/\/)?[^\s<>"'()]{3,2000}/gi;
const topLevel =
  'com|org|net|edu|gov|mil|info|biz|health|app|dev|io|co|uk|de|fr|es|nl|eu|ca|au|jp|cn|br|ru|pl|ch|at|se|no|it|in|me|us|ly';
const bareHost = new RegExp(
  `(?<![\\w@.-])(?:www(?:\\.[\\w-]{1,63}){1,4}\\.[a-z]{2,24}|[\\w-]{2,63}(?:\\.[\\w-]{1,63}){0,3}\\.(?:${topLevel}))\\b(?:\\/[^\\s<>"'()]{0,500})?`,
  'gi',
);
/** Too much like words at the end of a sentence to be a host with nothing after. */
const wordlikeEnding = /\.(?:at|me|it|in|no|us|se|co|es|ch|ca|de|app|health|io|ly)$/i;
const ipv4 = /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]?\d)/g;
const ipv6 =
  /(?<![\w:])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,7}(?![\w:])|(?<![\w:])[\da-f]{1,4}::(?:[\da-f]{1,4}:){0,6}[\da-f]{1,4}(?![\w:])/gi;
const clockLike = /^\d{1,2}:\d{2}:\d{2}$/;
const macAddress = /(?<![\w:-])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![\w:-])/gi;
const account =
  /(?<!\p{L})(?:skype|instagram|insta|ig|twitter|telegram|snapchat|tiktok|wechat|weixin|微信号?|line id|username|user name|login|handle|gamertag|strava|discord)(?: (?:is|id|name|account|handle))?[:=： ]{1,3}((?:live:)?@?(?=[\w.-]{0,30}[\d_.])[A-Za-z][\w.-]{2,30}\w|(?<=[:=：] ?)(?:live:)?@?[A-Za-z][\w.-]{2,30}\w)/giu;
const handle =
  /(?<![\w@.])@(?!(?:home|work|bed(?:time)?|night|noon|lunch|dinner|breakfast|gym|school|rest|once|least|all|the|my)(?!\w))[a-z][\w.]{2,30}(?![\w@])/gi;

const versionBefore = /(?:version|build|firmware|release|software|\bv\.?) ?$/i;
const lookBack = (text: string, match: RegExpExecArray) =>
  text.slice(Math.max(0, match.index - 24), match.index);

/** E-mail addresses, web addresses, handles, IP and MAC addresses. */
export const findContacts: PhiFinder = {
  patterns: [
    email,
    spelledEmail,
    bracketedEmail,
    shoutedEmail,
    urlWithScheme,
    bareHost,
    ipv4,
    ipv6,
    macAddress,
    account,
    handle,
  ],
  find: (page) => [
    ...hitsOf(page, email, {
      kind: 'email',
      accept: (match) => /@.*(?:\.[\p{L}]{2,}|localhost)/u.test(match[0]),
    }),
    ...hitsOf(page, handle, { kind: 'url' }),
    ...hitsOf(page, spelledEmail, { kind: 'email', accept: isSpelledOut }),
    ...hitsOf(page, bracketedEmail, { kind: 'email' }),
    ...hitsOf(page, shoutedEmail, { kind: 'email' }),
    ...hitsOf(page, urlWithScheme, { kind: 'url' }),
    ...hitsOf(page, ipv6, { kind: 'ip', accept: (match) => isIpv6(match[0]) }),
    ...hitsOf(page, macAddress, { kind: 'id' }),
    ...page.matches(account).map((match) => {
      const end = match.index + match[0].length;
      return { kind: 'url' as const, start: end - match[1]!.length, end };
    }),
    ...hitsOf(page, bareHost, { kind: 'url', accept: (match) => isHost(match[0]) }),
    ...hitsOf(page, ipv4, { kind: 'ip', accept: (match) => !versionBefore.test(lookBack(page.text, match)) }),
  ],
};

/** "at" alone is a word; it stands for @ where a "dot" is spelled out or brackets set it off. */
const isSpelledOut = (match: RegExpExecArray) =>
  /\bdot\b/i.test(match[0]) || /[[({] ?at ?[\])}]/i.test(match[0]);

const isIpv6 = (text: string) =>
  !clockLike.test(text) && (text.includes('::') ? /\d/.test(text) : text.split(':').length === 8);

const isHost = (host: string) => {
  if (/^www\./i.test(host) || host.includes('/'))
    return /[a-z]/i.test(host.split('/')[0]!.split('.').at(-2) ?? '');
  // "12.5.co" or "sleep.it" is a slip of the keyboard.
  return !wordlikeEnding.test(host) && /[a-z]/i.test(host.split('.').at(-2) ?? '');
};
