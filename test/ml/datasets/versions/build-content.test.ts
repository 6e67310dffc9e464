import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContent } from '../../../../ml/datasets/versions/build-content.ts';
import { inferSchema } from '../../../../ml/datasets/versions/dataset-schema.ts';
import { samplesOfJsonLines } from '../../../../ml/datasets/versions/sample-lines.ts';
import { inOrder, samplesOfRows } from '../../../../ml/datasets/versions/samples-of-rows.ts';
import type { VersionParameters } from '../../../../ml/datasets/versions/version-manifest.ts';
import type { Row } from '../../../../ml/preprocessing/pipeline/row.ts';

const names = ['person', 'x', 'kind', 'left'];
const secret = 'a secret';
const parameters: VersionParameters = {
  targetColumn: 'left',
  steps: [
    { step: 'impute', strategy: 'mean' },
    { step: 'scale', method: 'standard' },
    { step: 'encode', method: 'one-hot' },
  ],
  split: { testShare: 0.25, seed: 7 },
};
const rowsOf = (people: number): Row[] =>
  Array.from({ length: people * 2 }, (_, index) => ({
    person: `p${index % people}`,
    x: index % 5 === 0 ? null : index,
    kind: index % 2 === 0 ? 'a' : 'b',
    left: index % people < people / 4 ? 'Yes' : 'No',
  }));
const build = (rows: readonly Row[], changed: Partial<VersionParameters> = {}) => {
  const schema = inferSchema(rows, names, { personColumn: 'person', targetColumn: 'left' });
  const { samples } = samplesOfRows(rows, { datasetId: 'churn', secret, schema, personColumn: 'person' });
  return {
    schema,
    samples,
    ...buildContent(samples, schema, { parameters: { ...parameters, ...changed }, secret }),
  };
};
const cellsOf = (csv: string | undefined) =>
  (csv ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

describe('the content of a version', () => {
  it('does not depend on the order of the rows', () => {
    const { contentHash, texts } = build(rowsOf(12));
    fc.assert(
      fc.property(fc.shuffledSubarray(rowsOf(12), { minLength: 24 }), (rows) => {
        const other = build(rows);
        expect(other.contentHash).toBe(contentHash);
        expect(other.texts).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });

  it('is another for another row, split, pipeline or column', () => {
    const rows = rowsOf(12);
    const hashes = [
      build(rows),
      build(rows.slice(1)),
      build(rows, { split: { testShare: 0.25, seed: 8 } }),
      build(rows, { steps: [...parameters.steps.slice(0, 2), { step: 'encode', method: 'ordinal' }] }),
      build(rows.map((row) => ({ ...row, x: `${row['x'] ?? 0}` }))),
    ].map(({ contentHash }) => contentHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('has nobody on both sides and names nobody', () => {
    const { texts } = build(rowsOf(40));
    const sideOf = (name: string) =>
      new Set(
        cellsOf(texts.get(name))
          .slice(1)
          .map(([sample]) => sample),
      );
    const [train, test] = [sideOf('train.csv'), sideOf('test.csv')];
    expect(train.size + test.size).toBe(40);
    expect(test.size).toBe(10);
    expect([...train].filter((sample) => test.has(sample))).toEqual([]);
    expect([...texts.values()].join('')).not.toMatch(/\bp\d+\b/);
  });

  it('is prepared with what the training side taught and nothing else', () => {
    const { texts, samples } = build(rowsOf(40));
    const [header = [], ...train] = cellsOf(texts.get('train.csv'));
    expect(header).toEqual(['sample_id', 'x', 'kind=a', 'kind=b', 'left']);
    const trained = new Set(train.map(([sample]) => sample));
    const present = samples.flatMap(({ sampleId, cells }) =>
      trained.has(sampleId) && typeof cells['x'] === 'number' ? [cells['x']] : [],
    );
    // By hand: missing cells get the training mean, which leaves the mean where it was.
    const mean = present.reduce((sum, x) => sum + x, 0) / present.length;
    const filled = present.reduce((sum, x) => sum + (x - mean) ** 2, 0) / train.length;
    const rows = new Map(samples.map((sample) => [`${sample.sampleId}`, sample]));
    const [, ...test] = cellsOf(texts.get('test.csv'));
    expect(test.length).toBeGreaterThan(0);
    for (const [sample = '', x] of test) {
      const raw = samples.filter(({ sampleId }) => sampleId === sample).map(({ cells }) => cells['x']);
      const expected = raw.map(
        (value) => ((typeof value === 'number' ? value : mean) - mean) / Math.sqrt(filled),
      );
      expect(expected.some((value) => Math.abs(value - Number(x)) < 1e-9)).toBe(true);
      expect(rows.has(sample)).toBe(true);
    }
  });

  it('writes a target of two values as 0 and 1, the rarer as 1', () => {
    // 10 of 40 people left; a quarter of everybody is for testing, of which 10 · 10 / 40 = 2.5, so 3, left.
    const { texts, content } = build(rowsOf(40));
    expect(content.classes).toEqual(['No', 'Yes']);
    const labels = cellsOf(texts.get('train.csv'))
      .slice(1)
      .map((cells) => cells.at(-1));
    expect(labels.filter((label) => label === '1').length).toBe(14);
    expect(labels.filter((label) => label === '0').length).toBe(46);
  });

  it('refuses a positive value that no row has', () => {
    expect(() => build(rowsOf(12), { positive: 'yes' })).toThrow('No row has the positive value');
    expect(build(rowsOf(12), { positive: 'No' }).content.classes).toEqual(['Yes', 'No']);
  });

  it('can be built again from its own raw file, byte for byte', () => {
    const { texts, contentHash, schema } = build(rowsOf(12));
    const again = inOrder(samplesOfJsonLines(texts.get('raw.jsonl') ?? ''), schema);
    expect(buildContent(again, schema, { parameters, secret }).contentHash).toBe(contentHash);
  });

  it('counts classes, missing cells and rows', () => {
    const { statistics } = build(rowsOf(40));
    expect(statistics).toMatchObject({
      rows: 80,
      samples: 40,
      trainRows: 60,
      testRows: 20,
      classBalance: [
        { value: 'No', train: 46, test: 14 },
        { value: 'Yes', train: 14, test: 6 },
      ],
    });
    expect(statistics.columns['x']).toMatchObject({ missing: 16, missingShare: 0.2 });
    expect(statistics.columns['kind']).toMatchObject({
      distinct: 2,
      top: [
        { value: 'a', count: 40 },
        { value: 'b', count: 40 },
      ],
    });
  });

  it('knows a person by the same sample in every version, and by another in another dataset', () => {
    const rows = rowsOf(3);
    const schema = inferSchema(rows, names, { personColumn: 'person' });
    const naming = { datasetId: 'churn', secret, schema, personColumn: 'person' };
    const first = samplesOfRows(rows, naming).sampleIds;
    expect(samplesOfRows(rows.slice(0, 1), naming).sampleIds.get('p0')).toBe(first.get('p0'));
    expect(samplesOfRows(rows, { ...naming, datasetId: 'other' }).sampleIds.get('p0')).not.toBe(
      first.get('p0'),
    );
  });
});
