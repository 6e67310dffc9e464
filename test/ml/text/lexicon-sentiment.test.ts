import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import { lexicon } from 'vader-sentiment/src/vader_lexicon.js';
import { describe, expect, it } from 'vitest';
import { lexiconSentiment } from '../../../ml/text/lexicon-sentiment.ts';
import { boosters, negations } from '../../../ml/text/vader-modifiers.ts';
import { processorMs } from '../../support/processor-ms.ts';

const tweetsFile = new URL('../../../../shared/data/vader/tweets_GroundTruth.txt', import.meta.url);
const noTweets = 'needs ../shared/data/vader/tweets_GroundTruth.txt, 4,200 tweets rated by people';

/** Tab-separated, latin-1: id, mean of 20 human ratings from −4 to 4, text. */
const readTweets = () =>
  readFileSync(tweetsFile, 'latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .map(([, rating, text]) => ({ rating: Number(rating), text: (text ?? '').trim() }));

const byTheLibrary = (text: string) => {
  const { neg, neu, pos, compound } = SentimentIntensityAnalyzer.polarity_scores(text);
  return { negative: neg, neutral: neu, positive: pos, compound };
};

/** Words and marks that set off the library's rules: boosters, negations, idioms, "but", capitals, emphasis. */
const anyWord = fc.oneof(
  fc.constantFrom(
    ...[
      'good',
      'bad',
      'GREAT',
      'horrible',
      'love',
      'hate',
      'kind',
      'of',
      'Kind',
      'KIND',
      'OF',
      'sort',
      'the',
    ],
    ...[
      'bomb',
      'shit',
      'ass',
      'yeah',
      'right',
      'cut',
      'mustard',
      'kiss',
      'death',
      'hand',
      'to',
      'mouth',
      'but',
    ],
    ...['BUT', 'But', 'very', 'VERY', 'extremely', 'hardly', 'never', 'so', 'this', 'not', "isn't", "don't"],
    ...['without', 'least', 'at', 'doubt', 'just', 'enough', 'kinda', 'fed', 'up', ':)', ':-(', 'XD', '<3'],
    ...['hasOwnProperty', 'constructor', '__proto__', 'toString', 'I', 'a', '', '😀', 'ſ', 'é', 'É'],
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
);
const anyMark = fc.constantFrom(
  '',
  '',
  '',
  '.',
  '!',
  '!!!',
  '!!!!',
  '?',
  '??',
  '?!?',
  ',',
  "'",
  '"',
  '-',
  ';',
);
const anyText = fc
  .array(fc.tuple(anyMark, anyWord, anyMark, fc.constantFrom(' ', ' ', '  ', '\n', '\t', '\u00a0')), {
    maxLength: 25,
  })
  .map((parts) => parts.flat().join(''));

/** Nearly nothing but words that the rules know, so that they meet: a valent one every other word, in any writing. */
const ruledWord = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(lexicon)) },
    { weight: 2, arbitrary: fc.constantFrom(...boosters.keys()) },
    { weight: 2, arbitrary: fc.constantFrom(...negations, "needn't've") },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[
          'the shit',
          'the bomb',
          'bad ass',
          'yeah right',
          'cut the mustard',
          'kiss of death',
          'hand to mouth',
        ],
        ...[
          'just enough',
          'kind of',
          'sort of',
          'kind',
          'of',
          'enough',
          'shit',
          'bomb',
          'ass',
          'right',
          'death',
        ],
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('but', 'least', 'at least', 'very least', 'never so', 'so', 'this'),
    },
    { weight: 2, arbitrary: fc.constantFrom('table', 'the', 'was', 'x', 'I', '…') },
  )
  .chain((word) =>
    fc.constantFrom(word, word, word, word.toUpperCase(), word.slice(0, 1).toUpperCase() + word.slice(1)),
  );
const ruledText = fc
  .array(fc.tuple(ruledWord, anyMark, fc.constant(' ')), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(''));

describe('lexiconSentiment', () => {
  it('reaches a Pearson correlation of 0.87 with human ratings of tweets', (context) => {
    if (!existsSync(tweetsFile)) {
      console.log(`skipped: ${noTweets}`);
      context.skip(noTweets);
    }
    const tweets = readTweets();
    expect(tweets).toHaveLength(4200);
    const pairs = tweets.map(({ rating, text }) => [rating, lexiconSentiment(text).compound] as const);
    const meanOf = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
    const [ratingMean, scoreMean] = [meanOf(0), meanOf(1)];
    const sumOf = (term: (dx: number, dy: number) => number) =>
      pairs.reduce((sum, [x, y]) => sum + term(x - ratingMean, y - scoreMean), 0);
    const r = sumOf((dx, dy) => dx * dy) / Math.sqrt(sumOf((dx) => dx * dx) * sumOf((_, dy) => dy * dy));
    expect(r).toBeGreaterThanOrEqual(0.87);
  });

  it('gives what the library gives, in every digit, for real tweets', (context) => {
    if (!existsSync(tweetsFile)) {
      console.log(`skipped: ${noTweets}`);
      context.skip(noTweets);
    }
    for (const { text } of readTweets()) expect(lexiconSentiment(text)).toEqual(byTheLibrary(text));
  });

  it('gives what the library gives, in every digit, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(lexiconSentiment(text)).toEqual(byTheLibrary(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives what the library gives, in every digit, wherever its rules meet', () => {
    fc.assert(
      fc.property(ruledText, (text) => {
        expect(lexiconSentiment(text)).toEqual(byTheLibrary(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives what the library gives for each word of the lexicon, alone and after each booster and negation', () => {
    for (const word of Object.keys(lexicon)) expect(lexiconSentiment(word)).toEqual(byTheLibrary(word));
    for (const modifier of [...boosters.keys(), ...negations]) {
      for (const text of [`${modifier} good`, `${modifier} x2 bad`, `${modifier} x2 y2 GOOD`, modifier]) {
        expect(lexiconSentiment(text)).toEqual(byTheLibrary(text));
      }
    }
  });

  it('knows all the boosters and negations of the library, and no other', () => {
    const source = readFileSync(
      new URL('../../../node_modules/vader-sentiment/src/vaderSentiment.js', import.meta.url),
      'utf8',
    );
    const entriesOf = (name: string, entry: RegExp) => {
      const list = source.slice(source.indexOf(`export const ${name} =`)).split(';')[0]!;
      return [...list.matchAll(entry)].map((match) => (match[1] ?? match[2])!);
    };
    expect([...negations].sort()).toEqual(entriesOf('NEGATE', /'([^']+)'|"([^"]+)"/g).sort());
    const oneWord = (entry: string) => !entry.includes(' ');
    expect([...boosters.keys()].sort()).toEqual(
      entriesOf('BOOSTER_DICT', /^ {2}'?([^':]+)'?: B_/gm)
        .filter(oneWord)
        .sort(),
    );
  });

  it.each([
    // README of vaderSentiment (Hutto), "Demo, including example of non-English text translations".
    [
      'VADER is smart, handsome, and funny.',
      { negative: 0, neutral: 0.254, positive: 0.746, compound: 0.8316 },
    ],
    [
      'VADER is VERY SMART, handsome, and FUNNY!!!',
      { negative: 0, neutral: 0.233, positive: 0.767, compound: 0.9342 },
    ],
    [
      'The plot was good, but the characters are uncompelling and the dialog is not great.',
      { negative: 0.327, neutral: 0.579, positive: 0.094, compound: -0.7042 },
    ],
    ['Today SUX!', { negative: 0.779, neutral: 0.221, positive: 0, compound: -0.5461 }],
  ])('scores %j as its author published', (text, expected) => {
    expect(lexiconSentiment(text)).toEqual(expected);
  });

  it.each([
    ['one word of capitals', 'A'.repeat(1_000_000)],
    ['one word of capitals that ends small', `${'A'.repeat(1_000_000)}a`],
    ['many words around but', 'bad but '.repeat(125_000)],
    ['phrases', 'kind of bad ass '.repeat(62_500)],
    ['many shouts', 'GOOD!!! '.repeat(125_000)],
    ['punctuation', '!?'.repeat(500_000)],
  ])(
    'scores a megabyte of %s within seconds of processor time, as time linear in the text gives',
    (_, text) => {
      expect(processorMs(() => lexiconSentiment(text), 3000)).toBeLessThan(3000);
    },
  );
});
