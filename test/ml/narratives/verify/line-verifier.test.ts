import { describe, expect, it } from 'vitest';
import { makeTrainingLine } from '../../../../ml/narratives/line/make-training-line.ts';
import { columnTypes } from '../../../../ml/narratives/verify/column-types.ts';
import { type LinePlace, makeLineVerifier } from '../../../../ml/narratives/verify/line-verifier.ts';
import { lineContext, requestWith } from '../../../support/training-line.ts';

const lineOf = (
  change: Parameters<typeof requestWith>[0] = {},
  settings: Parameters<typeof lineContext>[0] = {},
): string => {
  const outcome = makeTrainingLine(requestWith(change), lineContext(settings));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.line.trimEnd();
};
const verify = (lines: readonly string[], place: LinePlace = {}) => {
  const verifier = makeLineVerifier();
  for (const line of lines) verifier.add(line, place);
  return verifier.result();
};
const home = { domain: 'metabolic_diabetes', month: '2025-11' } as const;

describe('verifying training lines', () => {
  it('finds nothing wrong with lines of ours, in either form and with nothing but the text', () => {
    const good = [lineOf({ narrative: 'Mean glucose was 120 mg/dL.' }), lineOf({ narrative: 'It was 121.' })];
    expect(verify(good, home)).toEqual({ lines: 2, people: 1, problems: {} });
    expect(verify([lineOf({}, { format: 'messages' })], home).problems).toEqual({});
    expect(verify([lineOf({}, { includeMetadata: false })], home)).toMatchObject({ people: 0, problems: {} });
  });

  it.each([
    ['not-json', '{"instruction":'],
    ['wrong-shape', '{"instruction":"a","input":"b"}'],
    ['wrong-shape', '[]'],
    ['identifying', lineOf().replace('450 readings', 'Mrs. Okafor has readings')],
    ['identifying', lineOf({}, { pseudonyms: false })],
    ['identifying', lineOf({ narrative: 'Another.' }).replace('"fair"', '"fair, says Mrs. Okafor"')],
    [
      'identifying',
      lineOf({ narrative: 'Another.' }).replace(/"correlation_id":"[^"]+"/, '"correlation_id":"visit-77"'),
    ],
    ['other-type', lineOf({ narrative: 'Another.' }).replace('"quality_score":0.95', '"quality_score":1')],
    ['repeated', lineOf()],
  ])('names %s', (problem, line) => {
    expect(verify([lineOf(), line]).problems).toEqual({ [problem]: { count: 1, firstLine: 2 } });
  });

  it('names a line that lies under another domain or month', () => {
    expect(verify([lineOf()], { ...home, month: '2025-12' }).problems).toHaveProperty('misplaced');
    expect(verify([lineOf()], { ...home, domain: 'sleep_wellness' }).problems).toHaveProperty('misplaced');
  });

  it('takes the same answer from two people for two lines', () => {
    const other = lineOf().replace(/"user_id":"[0-9a-f]{32}"/, `"user_id":"${'0'.repeat(32)}"`);
    expect(verify([lineOf(), other])).toEqual({ lines: 2, people: 2, problems: {} });
  });
});

describe('types of columns', () => {
  it('tell 1 from 1.0, as readers of JSON Lines do, and go into lists', () => {
    expect(Object.fromEntries(columnTypes('{"a":1,"b":1.0,"c":[{"d":true}],"e":null,"f":"x"}'))).toEqual({
      a: 'integer',
      b: 'decimal',
      c: 'list',
      'c.[]': 'object',
      'c.[].d': 'boolean',
      f: 'text',
    });
  });
});
