import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { restoreEnvironment } from '../lambdas/support/restore-environment.ts';
import { inProcessFunction } from '../support/in-process-function.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationEvents } from '../support/preparation-events.ts';
import { registerModel } from '../support/register-model.ts';
import { spawnWellcast } from '../support/spawn-wellcast.ts';

restoreEnvironment();
let aws: TestAws;
let call: Awaited<ReturnType<typeof preparationEvents>>;
beforeAll(async () => {
  aws = await startTestAws();
  call = await preparationEvents(aws);
  for (const version of [1, 2, 3]) await registerModel(aws, { modelName: 'crisis', version });
  await registerModel(aws, { modelName: 'crisis', version: 4, status: 'rejected' });
  await registerModel(aws, { modelName: 'churn', version: 1 });
});
afterAll(() => aws.close());

const admin = { user: 'ada', groups: ['admins'] };
const scientist = { user: 'sia', groups: ['scientists'] };
const promote = (version: number, to?: string) =>
  call(`POST /models/crisis/versions/${version}/promote`, { ...admin, body: to === undefined ? {} : { to } });

describe('promotion', () => {
  it('leads from development to staging to production, with one version there', async () => {
    expect(await promote(1)).toMatchObject({ status: 200, body: { stage: 'staging', production: null } });
    expect(await promote(1)).toMatchObject({ status: 200, body: { stage: 'production', production: 1 } });
    await promote(2, 'staging');
    expect(await promote(2, 'production')).toMatchObject({ body: { stage: 'production', production: 2 } });
    const versions = await call('GET /models/crisis/versions', scientist);
    expect(versions.body['versions']).toMatchObject([
      { version: 1, stage: 'staging' },
      { version: 2, stage: 'production' },
      { version: 3, stage: 'development' },
      { version: 4, stage: 'development', status: 'rejected' },
    ]);
  });

  it('skips no stage, takes no rejected version, and knows registered ones only', async () => {
    expect(await promote(3, 'production')).toMatchObject({
      status: 409,
      body: { type: 'urn:wellcast:problem:stage-conflict', from: 'development', to: 'production' },
    });
    expect(await promote(4)).toMatchObject({
      status: 409,
      body: { type: 'urn:wellcast:problem:not-approved', reasons: ['It ranks people too poorly.'] },
    });
    expect(await promote(9)).toMatchObject({ status: 404 });
  });

  it('is taken back by a rollback', async () => {
    const back = await call('POST /models/crisis/rollback', { ...admin, body: { reason: 'recall fell' } });
    expect(back).toMatchObject({ status: 200, body: { version: 1, stage: 'production', production: 1 } });
    const again = await call('POST /models/crisis/rollback', { ...admin, body: {} });
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:wellcast:problem:nothing-to-roll-back' } });
    await promote(2, 'production');
  });

  it('with a stage named may be repeated, and says what it decides about what is served', async () => {
    await registerModel(aws, { modelName: 'lstm-autoencoder', version: 1 });
    const route = 'POST /models/lstm-autoencoder/versions/1/promote';
    for (const { to, revision } of [
      { to: 'staging', revision: 1 },
      { to: 'staging', revision: 1 },
      { to: 'production', revision: 2 },
      { to: 'production', revision: 2 },
    ]) {
      expect(await call(route, { ...admin, body: { to } })).toMatchObject({
        status: 200,
        body: { stage: to, revision, serving: { follows: 'production' } },
      });
    }
    expect(await promote(2, 'production')).toMatchObject({ body: { serving: { follows: 'nothing' } } });
  });

  it('of several at once leaves one version in production', async () => {
    await promote(3, 'staging');
    const answers = await Promise.all([promote(1, 'production'), promote(3, 'production'), promote(2)]);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const { body } = await call('GET /models/crisis/versions', scientist);
    const stages = [body['versions']].flat().map((version) => Object(version)['stage']);
    expect(stages.filter((stage) => stage === 'production')).toHaveLength(1);
  });
});

const record = (version: number, facts: object) =>
  call('POST /models/performance', {
    ...admin,
    body: { modelId: 'crisis', version, environment: 'development', split: 'test', ...facts },
  });

/** Labels alternate; scores follow them but for every `wrongEvery`th row. */
const outcomes = (rows: number, wrongEvery: number) => {
  const labels = Array.from({ length: rows }, (_, row) => row % 2);
  const scores = labels.map((label, row) => {
    const said = row % wrongEvery === 0 ? 1 - label : label;
    return 0.1 + 0.8 * said + (row % 17) * 0.001;
  });
  return { labels, scores };
};

describe('performance', () => {
  it('is recorded once, computed from outcomes, and read newest first', async () => {
    const first = { measuredAt: '2024-11-01T10:00:00Z', metrics: { auc: { value: 0.8 } }, datasetId: 'd' };
    expect(await record(1, first)).toMatchObject({ status: 201, body: { floors: { alarm: 'none' } } });
    expect(await record(1, first)).toMatchObject({ status: 200 });
    const computed = await record(1, { measuredAt: '2024-11-02T10:00:00Z', outcomes: outcomes(400, 20) });
    expect(computed).toMatchObject({ status: 201, body: { record: { hasOutcomes: true } } });
    const { auc, brier } = Object(Object(computed.body['record'])['metrics']);
    expect(auc.low).toBeLessThan(auc.value);
    expect(brier.value).toBeGreaterThan(0);
    const history = await call(
      'GET /models/performance?modelId=crisis&metric=auc&environment=development',
      scientist,
    );
    expect(history.body['records']).toMatchObject([
      { measuredAt: '2024-11-02T10:00:00.000Z' },
      { measuredAt: '2024-11-01T10:00:00.000Z' },
    ]);
    const paged = await call('GET /models/performance?modelId=crisis&limit=1', scientist);
    const next = await call(
      `GET /models/performance?modelId=crisis&limit=1&cursor=${paged.body['next']}`,
      scientist,
    );
    expect(next.body).toMatchObject({ records: [{ measuredAt: '2024-11-01T10:00:00.000Z' }] });
    expect(next.body).not.toHaveProperty('next');
  });

  it('is refused where it was measured in the future, or names a version of no dataset', async () => {
    const metrics = { auc: { value: 0.8 } };
    const future = new Date(Date.now() + 3_600_000).toISOString();
    for (const facts of [
      { metrics, measuredAt: future },
      { metrics, datasetVersion: '1.0.0' },
    ]) {
      const problem = { type: 'urn:wellcast:problem:invalid-request' };
      expect(await record(1, facts)).toMatchObject({ status: 400, body: problem });
    }
    const measuredAt = new Date(Date.now() + 60_000).toISOString();
    expect(await record(3, { metrics, measuredAt, split: 'validation' })).toMatchObject({ status: 201 });
  });

  it('is compared with confidence: a version like the first is within noise, a better one is not', async () => {
    await record(2, { outcomes: outcomes(400, 21) });
    await record(3, { outcomes: outcomes(400, 1000) });
    const { body } = await call('GET /models/compare?modelId=crisis&versions=1,2,3', scientist);
    const auc = [body['differences']].flat().filter((one) => Object(one)['metric'] === 'auc');
    expect(auc).toMatchObject([
      { version: 2, method: 'paired-bootstrap', isWithinNoise: true },
      { version: 3, method: 'paired-bootstrap', isWithinNoise: false },
    ]);
  });

  it('is compared by intervals where there are no outcomes, and not judged where there is neither', async () => {
    const facts = (auc: object) => ({
      split: 'validation',
      datasetId: 'd',
      datasetVersion: '1.0.0',
      metrics: { auc, loss: { value: 1 } },
    });
    await record(1, facts({ value: 0.8, low: 0.77, high: 0.83 }));
    await record(2, facts({ value: 0.9, low: 0.86, high: 0.94 }));
    const { body } = await call(
      'GET /models/compare?modelId=crisis&versions=1,2&split=validation',
      scientist,
    );
    // 0.1 less the root of 0.04² + 0.03², which is 0.05.
    expect(body).toMatchObject({
      isSameDataset: true,
      differences: [
        { metric: 'auc', method: 'intervals', isWithinNoise: false, low: expect.closeTo(0.05, 9) },
        { metric: 'loss', method: 'none', isWithinNoise: null },
      ],
    });
    expect(await call('GET /models/compare?modelId=crisis&versions=1,9', scientist)).toMatchObject({
      status: 409,
    });
  });

  it('under the floor in production raises one alarm and starts one retraining a day', async () => {
    const low = (at: string) =>
      record(1, {
        environment: 'production',
        split: 'live',
        measuredAt: at,
        metrics: { auc: { value: 0.6 } },
      });
    const [first, ...others] = await Promise.all(
      ['2024-11-20T01:00:00Z', '2024-11-20T02:00:00Z', '2024-11-20T03:00:00Z'].map(low),
    );
    const alarms = [first, ...others].map((answer) => Object(answer?.body['floors'])['alarm']);
    expect(alarms.toSorted()).toEqual(['raised', 'raised-before', 'raised-before']);
    await aws.settled();
    const messages = aws.events.filter(({ kind }) => kind === 'topic-message');
    expect(messages).toHaveLength(1);
    const day = new Date().toISOString().slice(0, 10);
    const run = await call(`GET /training/runs/performance-crisis-${day}`, scientist);
    expect(run).toMatchObject({ status: 200, body: { state: 'failed', failureCode: 'insufficient-users' } });
  });
});

describe('drift', () => {
  /** Scores of one distribution; `shift` moves all of them. */
  const scoresOf = (rows: number, shift: number) => {
    const random = seededRandom(`drift ${rows} ${shift}`);
    const scores = Array.from({ length: rows }, () => Math.min(1, 0.8 * random.next() + shift));
    return { labels: scores.map((_, row) => row % 2), scores };
  };
  const liveDrift = async (version: number, outcomesLive: object) => {
    await record(version, { environment: 'production', split: 'live', outcomes: outcomesLive });
    const { body } = await call(`GET /models/drift?modelId=crisis&version=${version}`, scientist);
    return Object(body['score']);
  };

  it('stays put when the sample grows tenfold from the same distribution, and shows a shift', async () => {
    await record(2, { split: 'train', outcomes: scoresOf(2000, 0) });
    const small = await liveDrift(2, scoresOf(300, 0));
    const large = await liveDrift(2, scoresOf(3000, 0));
    // The index alone would be about 9(1/2000 + 1/300) = 0.035 for the small sample and 0.008 for the large one.
    expect(Math.abs(small.psiExcess)).toBeLessThan(0.03);
    expect(Math.abs(large.psiExcess - small.psiExcess)).toBeLessThan(0.03);
    expect([small.hasMoved, large.hasMoved]).toEqual([false, false]);
    expect(await liveDrift(2, scoresOf(300, 0.2))).toMatchObject({ hasMoved: true });
  });
});

describe('training on demand', () => {
  it('is worked on by a function of its own', async () => {
    await call('POST /training/runs', { ...admin, body: { runId: 'in-process' } });
    const other = { ...admin, body: { runId: 'in-process', parameters: { minDays: 8 } } };
    expect(await call('POST /training/runs', other)).toMatchObject({
      status: 409,
      body: { type: 'urn:wellcast:problem:run-conflict' },
    });
    const handler = await inProcessFunction(aws, 'startTrainingRun');
    expect(await handler({ runId: 'in-process' }, { awsRequestId: 'request-1' })).toMatchObject({
      statusCode: 200,
      body: { state: 'failed', failureCode: 'insufficient-users' },
    });
    expect(await handler({ runId: 'unknown' }, { awsRequestId: 'request-2' })).toMatchObject({
      statusCode: 400,
    });
  });

  it('starts prepareTrainingData and says how it went', async () => {
    const started = await call('POST /training/runs', {
      ...admin,
      body: { runId: 'mine', parameters: { days: 30 } },
    });
    expect(started).toMatchObject({ status: 202, body: { runId: 'mine' } });
    await aws.settled();
    const run = await call('GET /training/runs/mine', scientist);
    expect(run).toMatchObject({ status: 200, body: { state: 'failed', failureCode: 'insufficient-users' } });
    expect(await call('GET /training/runs/other', scientist)).toMatchObject({ status: 404 });
  });
});

describe('the dashboard', () => {
  it('shows models over time, training jobs and the audit trail, and is empty where there is nothing', async () => {
    const { status, body } = await call('GET /dashboard/summary', scientist);
    expect(status).toBe(200);
    expect(body).toMatchObject({ smallestGroup: 11, datasets: [], trainingJobs: [] });
    const crisis = [body['models']].flat().find((model) => Object(model).modelId === 'crisis');
    const auc = [Object(crisis).series].flat().find((one) => one.metric === 'auc' && one.split === 'test');
    expect(auc).toMatchObject({
      environment: 'development',
      points: [{ version: 1, value: 0.8 }, {}, {}, {}],
    });
    expect(Object(body['anomalies']).alertsByDay).toHaveLength(30);
    expect([body['audit']].flat()[0]).toMatchObject({
      actor: 'admin',
      action: 'training.runs',
      outcome: 'done',
    });
  });
});

describe('wellcast models', () => {
  const wellcast = async (...args: string[]) => {
    const { code, stdout, stderr } = await spawnWellcast([
      'models',
      ...args,
      '--api',
      aws.apiEndpoint,
      '--data-dir',
      aws.dataDir,
    ]).ended;
    return { code, stdout, stderr };
  };

  it('shows, compares, promotes and rolls back through the API', async () => {
    const [performance, comparison] = await Promise.all([
      wellcast('performance', '--metric', 'auc', '--environment', 'development'),
      wellcast('compare', '1,3'),
    ]);
    expect(performance.stdout).toMatch(/^measured .*\n.* auc /);
    expect(comparison.stdout).toContain('a difference');
    await registerModel(aws, { modelName: 'tiny', version: 1 });
    expect(await wellcast('promote', '1', '--model', 'tiny')).toMatchObject({
      code: 0,
      stdout:
        'tiny version 1 is in staging; in production: none. ' +
        'Nothing here serves this model: whoever fetches it goes by its stage.\n',
    });
    const refused = await wellcast('rollback', '--model', 'tiny');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('No other version was in production before');
  });
});
