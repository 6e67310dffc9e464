import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreEnvironment } from '../lambdas/support/restore-environment.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationEvents } from '../support/preparation-events.ts';

restoreEnvironment();
let aws: TestAws;
let call: Awaited<ReturnType<typeof preparationEvents>>;
beforeAll(async () => {
  aws = await startTestAws();
  call = await preparationEvents(aws);
});
afterAll(() => aws.close());

const admin = { user: 'ada', groups: ['admins'] };

describe('datasets of hard rows', () => {
  const prepare = (datasetId: string, rows: readonly object[], change: object = {}) =>
    call('POST /datasets/prepare', {
      ...admin,
      body: { datasetId, source: { kind: 'rows', rows }, personColumn: 'who', reason: 'a test', ...change },
    });
  const usual = [
    { step: 'impute', strategy: 'median', indicator: true },
    { step: 'impute', strategy: 'most-frequent' },
    { step: 'encode', method: 'one-hot' },
    { step: 'scale', method: 'standard' },
  ];
  const people = (count: number, cells: (index: number) => object) =>
    Array.from({ length: count }, (_, index) => ({ who: `p${index}`, x: index, ...cells(index) }));
  const columnsOf = (answer: Awaited<ReturnType<typeof prepare>>): readonly string[] =>
    Object(answer.body['manifest']).preparedColumns;

  it('build where a column of texts has a value on the test side only', async () => {
    // Of ten people two are on the test side of a dataset, whoever they are: each is the only one with a plan once.
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, known) =>
        prepare(
          'lone',
          people(10, (index) => ({ plan: index === known ? 'basic' : null })),
          { steps: usual },
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    // Without a value to learn from, missing is the one category; with one, all cells are filled by it.
    expect(answers.map((answer) => columnsOf(answer).join(' ')).toSorted()).toEqual([
      ...['plan=(missing) x x_missing', 'plan=(missing) x x_missing'],
      ...Array.from({ length: 8 }, () => 'plan=basic x x_missing'),
    ]);
  });

  it('build with constant columns and columns without any value', async () => {
    const rows = people(10, () => ({ same: 7, word: 'w', none: null }));
    const answer = await prepare('constant', rows, { steps: usual });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        manifest: { statistics: { columns: { none: { missing: 10, missingShare: 1 }, same: { mean: 7 } } } },
      },
    });
    expect(columnsOf(answer)).toEqual([
      'none',
      'same',
      'word=w',
      'x',
      'none_missing',
      'same_missing',
      'x_missing',
    ]);
  });

  it('know by the feature set of what kind a column without any value is, and prepare it by its words', async () => {
    const plan = { name: 'plan', type: 'categorical', source: { table: 't', column: 'plan' } };
    const x = { name: 'x', type: 'numerical', source: { table: 't', column: 'x' } };
    const features = [
      { ...plan, required: false, preprocessing: ['imputation', 'encoding'] },
      { ...x, preprocessing: ['scaling'], validation: { min: 0 } },
    ];
    const set = { name: 'Hard', target: 'y', modelType: 'classification', features };
    expect(await call('POST /feature-sets/create', { ...admin, body: set })).toMatchObject({ status: 201 });
    const csv = [
      'who,plan,x,y',
      ...Array.from({ length: 12 }, (_, row) => `p${row},,${row},${row % 2}`),
      // Neither number nor within the rule; in a CSV the first makes the column one of texts.
      'p12,,some,0',
      'p13,,-1,1',
    ].join('\n');
    const answer = await prepare('declared', [], {
      source: { kind: 'csv', csv },
      featureSet: { id: 'hard', version: '1.0.0' },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        manifest: {
          schema: { columns: [{ name: 'plan', type: 'text' }, { name: 'x', type: 'number' }, { name: 'y' }] },
          inputs: { excluded: { 'no-number': 1, 'rule-broken': 1 } },
          parameters: { steps: [{ step: 'impute' }, { step: 'encode' }, { step: 'scale', columns: ['x'] }] },
        },
      },
    });
    expect(columnsOf(answer)).toEqual(['plan=(missing)', 'x']);
  });

  it.each([
    ['one row', [{ who: 'p', x: 1 }], 'invalid-row'],
    ['one person', [1, 2, 3].map((x) => ({ who: 'p', x })), 'invalid-row'],
    ['a number beyond what steps can sum', people(5, () => ({ x: 1e200 })), 'unusable-table'],
    [
      'numbers and texts in one column',
      people(5, (index) => ({ x: index === 3 ? 'three' : 3 })),
      'invalid-row',
    ],
    ['no column left', people(5, () => ({ x: undefined })), 'invalid-row'],
  ])('are refused for %s', async (_, rows, problem) => {
    expect(await prepare('refused', rows)).toMatchObject({
      status: 400,
      body: { type: `urn:wellcast:problem:${problem}` },
    });
  });

  it('may have columns named as what every object has', async () => {
    const csvOf = (header: string) =>
      [header, ...Array.from({ length: 30 }, (_, row) => `a,${row},${row}`)].join('\n');
    const fromCsv = (header: string) =>
      prepare('named', [], { source: { kind: 'csv', csv: csvOf(header) }, personColumn: undefined });
    const answer = await fromCsv('constructor,toString,x');
    expect(answer).toMatchObject({ status: 201 });
    expect(columnsOf(answer)).toEqual(['constructor', 'toString', 'x']);
    expect(Object.keys(Object(Object(answer.body['manifest']).statistics).columns)).toHaveLength(3);
    // But for this one, which JSON may not have either.
    expect(await fromCsv('constructor,__proto__,x')).toMatchObject({ status: 400, body: { column: 2 } });
    const rows = people(6, (index) => (index === 2 ? { constructor: 'a' } : {}));
    expect(await prepare('lacking', rows)).toMatchObject({
      status: 201,
      body: { manifest: { statistics: { columns: { constructor: { missing: 5 } } } } },
    });
  });

  it('are refused for an infinity, as JSON or in a CSV', async () => {
    const body = `{"datasetId":"endless","reason":"r","source":{"kind":"rows","rows":[{"x":1e999},{"x":1}]}}`;
    expect(await call('POST /datasets/prepare', { ...admin, body })).toMatchObject({ status: 400 });
    for (const cell of ['inf', '-Infinity', 'NaN', '1e999']) {
      const source = { kind: 'csv', csv: `who,x\na,1\nb,${cell}\nc,2\n` };
      expect(await prepare('endless', [], { source }), cell).toMatchObject({
        status: 400,
        body: { type: 'urn:wellcast:problem:unusable-table', row: 2, column: 'x' },
      });
    }
  });

  it('of 10,000 categories are refused by one-hot with what to do, and built by ordinal', async () => {
    const csv = ['x,city', ...Array.from({ length: 10_000 }, (_, row) => `${row},city ${row}`)].join('\n');
    const ask = (method: string) =>
      prepare(`cities-${method}`, [], {
        source: { kind: 'csv', csv },
        personColumn: undefined,
        steps: [{ step: 'encode', method }],
      });
    const jobs = await Promise.all([ask('one-hot'), ask('ordinal')]);
    expect(jobs).toMatchObject([{ status: 202 }, { status: 202 }]);
    await aws.settled();
    const [oneHot, ordinal] = await Promise.all(
      jobs.map(async ({ body }) => (await call(`GET /datasets/jobs/${body['jobId']}`, admin)).body),
    );
    expect(oneHot).toMatchObject({
      state: 'failed',
      problem: {
        code: 'unusable-table',
        detail: expect.stringMatching(
          /^Column city has [\d]+ categories, more than 200: encode it as ordinal/,
        ),
      },
    });
    expect(ordinal).toMatchObject({ state: 'succeeded', result: { version: '1.0.0' } });
  });
});

describe('a pipeline fitted to rows', () => {
  const steps = [
    { step: 'impute', strategy: 'mean' },
    { step: 'encode', method: 'one-hot' },
  ];
  const fitted = (change: object) =>
    call('POST /data/preprocess', { ...admin, body: { mode: 'fit', steps, ...change } });

  it('takes a column of texts without any value where it is told of its kind', async () => {
    const rows = { trainingRows: [{ x: 1, plan: null }], heldOutRows: [{ x: null, plan: 'basic' }] };
    expect(await fitted({ ...rows, kinds: { plan: 'text' } })).toMatchObject({
      status: 200,
      body: {
        trainingRows: [{ x: 1, 'plan=(missing)': 1 }],
        heldOutRows: [{ x: 1, 'plan=(missing)': 0 }],
      },
    });
    expect(await fitted(rows)).toMatchObject({ status: 400, body: { column: 'plan', row: 1 } });
    expect(await fitted({ ...rows, kinds: { x: 'text' } })).toMatchObject({
      status: 400,
      body: { column: 'x' },
    });
    expect(await fitted({ ...rows, kinds: { plan: 'date' } })).toMatchObject({ status: 400 });
  });
});
