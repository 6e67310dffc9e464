import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { crisisSentences } from '../../../ml/synthetic/texts/crisis-sentences.ts';
import { everydaySentences } from '../../../ml/synthetic/texts/everyday-sentences.ts';
import { fillTemplate } from '../../../ml/synthetic/texts/fill-template.ts';
import { crisisKinds, type TextKind } from '../../../ml/synthetic/texts/text-kind.ts';
import { writeText } from '../../../ml/synthetic/texts/write-text.ts';
import { drawWritingStyle } from '../../../ml/synthetic/texts/writing-style.ts';
import { findCrisisMentions } from '../../../ml/text/crisis-mentions.ts';
import { lexiconSentiment } from '../../../ml/text/lexicon-sentiment.ts';

const everydayKinds = Object.keys(everydaySentences) as (keyof typeof everydaySentences)[];
const stances = Object.keys(crisisSentences) as (keyof typeof crisisSentences)[];
const random = seededRandom(3);
const textsOf = (kind: TextKind, liveliness = 1) =>
  Array.from({ length: 300 }, () => writeText(kind, { style: drawWritingStyle(random), liveliness }, random));
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const toneOf = (kind: TextKind) => meanOf(textsOf(kind).map((text) => lexiconSentiment(text).compound));

describe('texts', () => {
  test.each(everydayKinds)('a text of kind %s holds no crisis keyword', (kind) => {
    for (const text of textsOf(kind)) expect(findCrisisMentions(text)).toEqual([]);
  });

  test.each(stances)('every sentence of stance %s is read in that stance', (stance) => {
    for (const template of crisisSentences[stance]) {
      const mentions = findCrisisMentions(fillTemplate(template, random));
      expect(mentions.length).toBeGreaterThan(0);
      for (const mention of mentions) expect([template, mention.stance]).toEqual([template, stance]);
    }
  });

  test.each(stances)('a text of stance %s keeps its keyword in anybody’s style', (stance) => {
    for (const text of textsOf(stance)) expect(findCrisisMentions(text).length).toBeGreaterThan(0);
    expect(crisisKinds.has(stance)).toBe(true);
  });

  test('words follow the state: bright above even above low, lonely and despairing', () => {
    expect(toneOf('bright')).toBeGreaterThan(0.5);
    expect(Math.abs(toneOf('even'))).toBeLessThan(0.25);
    for (const kind of ['low', 'despair', 'isolation'] as const) expect(toneOf(kind)).toBeLessThan(-0.4);
  });

  test('whoever is lively writes more', () => {
    const lengthAt = (liveliness: number) => meanOf(textsOf('even', liveliness).map((text) => text.length));
    expect(lengthAt(2)).toBeGreaterThan(1.4 * lengthAt(1));
    expect(lengthAt(1)).toBeGreaterThan(1.4 * lengthAt(0.1));
  });

  test('leaves no slot unfilled', () => {
    for (const kind of [...everydayKinds, ...stances]) {
      for (const text of textsOf(kind)) expect(text).not.toMatch(/[{}]/);
    }
  });
});
