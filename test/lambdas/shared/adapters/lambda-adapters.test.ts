import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { makeLambdaFeatureExtractor } from '../../../../lambdas/shared/adapters/lambda-feature-extractor.ts';
import { makeLambdaTrainingTrigger } from '../../../../lambdas/shared/adapters/lambda-training-trigger.ts';
import { makeSecretsManagerSecret } from '../../../../lambdas/shared/adapters/secrets-manager-secret.ts';
import { behavioralFeatureNames } from '../../../../ml/features/behavioral-features.ts';
import { crisisFeatureNames } from '../../../../ml/features/crisis-feature-schema.ts';
import { moodFeatureNames } from '../../../../ml/features/mood-features.ts';
import { sentimentFeatureNames } from '../../../../ml/features/sentiment-features.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { type StubResponse, stubHttp } from '../../support/stub-http.ts';

const payload = (value: unknown): StubResponse => ({
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

/** Lambda answering from a function of the invoked name and request. */
const setUp = (answer: (name: string, request: unknown, call: number) => StubResponse) => {
  const requests: unknown[] = [];
  const client = new LambdaClient(
    stubHttp(({ path, body }) => {
      requests.push(JSON.parse(body));
      return answer(path.split('/')[3] ?? '', requests.at(-1), requests.length);
    }),
  );
  const { sleep, waitsMs } = fakeSleep();
  const { telemetry, counts } = recordingTelemetry();
  return { invoking: { client, sleep, random: () => 1, telemetry }, requests, waitsMs, counts };
};

const names: Record<string, readonly string[]> = {
  m: moodFeatureNames,
  b: behavioralFeatureNames,
  s: sentimentFeatureNames,
};
/** Each feature's value is its place in crisisFeatureNames. */
const places: ReadonlyMap<string, number> = new Map(crisisFeatureNames.map((name, place) => [name, place]));
const features = (name: string) =>
  Object.fromEntries((names[name] ?? []).map((feature) => [feature, places.get(feature)]));
const good = (name: string) => ({ ok: true, features: features(name), asOf: '', skippedItems: 0 });
const batch = (results: readonly unknown[]) => payload({ statusCode: 200, body: { results } });
const functions = { mood: 'm', behavioral: 'b', sentiment: 's' };
const pairs = [
  { userId: 'a', asOf: 0 },
  { userId: 'b', asOf: 86_400_000 },
];

describe('features by the three functions', () => {
  it('are joined in the order of the schema', async () => {
    const { invoking, requests } = setUp((name) => batch([good(name), good(name)]));
    const outcomes = await makeLambdaFeatureExtractor(invoking, functions).extract(pairs, 30);
    const values = Float64Array.from(crisisFeatureNames.keys());
    expect(outcomes).toEqual([
      { ok: true, values },
      { ok: true, values },
    ]);
    expect(requests).toEqual(
      Array(3).fill({
        requests: [
          { userId: 'a', asOf: '1970-01-01T00:00:00.000Z' },
          { userId: 'b', asOf: '1970-01-02T00:00:00.000Z' },
        ],
        days: 30,
      }),
    );
  });

  it('of a person are an error where any function has one, or leaves a feature out', async () => {
    const refused = { ok: false, error: { code: 'opted-out', message: '' } };
    const { invoking } = setUp((name) =>
      name === 'b'
        ? batch([good(name), refused])
        : batch([name === 's' ? { ...good(name), features: {} } : good(name), good(name)]),
    );
    expect(await makeLambdaFeatureExtractor(invoking, functions).extract(pairs, 30)).toEqual([
      { ok: false, code: 'missing-feature' },
      { ok: false, code: 'opted-out' },
    ]);
  });

  it.each([
    [
      'the function crashed',
      { headers: { 'x-amz-function-error': 'Unhandled' }, ...payload({ errorMessage: 'out of memory' }) },
    ],
    ['it answered no JSON', payload('oops')],
    ['it answered something else', payload({ hello: 1 })],
    ['it refused the batch', payload({ statusCode: 400, body: { error: { code: 'invalid-request' } } })],
    ['it answered fewer results', batch([good('m')])],
    ['a number is missing', batch([{ ok: true, features: { mood_mean_7day: null } }, good('m')])],
  ])('fail as a batch when %s', async (_, answer) => {
    const { invoking } = setUp((name) => (name === 'm' ? answer : batch([good(name), good(name)])));
    const failing = makeLambdaFeatureExtractor(invoking, functions).extract(pairs, 30);
    await expect(failing).rejects.toMatchObject({ name: 'BatchFailedError' });
  });

  it('are asked for again when Lambda throttles, up to eight times in all', async () => {
    const throttle = (): StubResponse => ({
      statusCode: 429,
      headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
      body: '{"message":"Rate exceeded"}',
    });
    const twice = setUp((name, _, call) => (call <= 2 ? throttle() : batch([good(name), good(name)])));
    expect(await makeLambdaFeatureExtractor(twice.invoking, functions).extract(pairs, 30)).toHaveLength(2);
    expect(twice.counts.get('RetriedCalls')).toBe(2);
    const always = setUp(throttle);
    const failing = makeLambdaTrainingTrigger(always.invoking, 'm').start({
      trainPath: '',
      validationPath: '',
      manifestPath: '',
    });
    await expect(failing).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    expect(always.waitsMs).toEqual([200, 400, 800, 1600, 3200, 6400, 12_800]);
  });
});

describe('training by the trigger function', () => {
  const input = { trainPath: 's3://t', validationPath: 's3://v', manifestPath: 's3://m' };

  it('answers the name of the job', async () => {
    const { invoking, requests } = setUp(() =>
      payload({ statusCode: 200, body: { jobName: 'job', started: true } }),
    );
    expect(await makeLambdaTrainingTrigger(invoking, 'trigger').start(input)).toMatchObject({
      jobName: 'job',
    });
    expect(requests).toEqual([input]);
  });

  it('that is refused says with which code', async () => {
    const { invoking } = setUp(() =>
      payload({ statusCode: 404, body: { error: { code: 'dataset-not-found' } } }),
    );
    await expect(makeLambdaTrainingTrigger(invoking, 'trigger').start(input)).rejects.toMatchObject({
      code: 'training-failed-to-start',
      data: { statusCode: 404, code: 'dataset-not-found' },
    });
  });
});

describe('the secret', () => {
  const secretOf = (answers: readonly (string | Error)[]) => {
    let calls = 0;
    const client = new SecretsManagerClient(
      stubHttp(() => {
        const answer = answers[calls++];
        return answer instanceof Error
          ? { statusCode: 400, body: '{}' }
          : { body: JSON.stringify({ SecretString: answer }) };
      }),
    );
    return { secret: makeSecretsManagerSecret({ client, secretId: 'x' }), calls: () => calls };
  };

  it('is fetched once, and again only after a failure', async () => {
    const { secret, calls } = secretOf([new Error('throttled'), 'value']);
    await expect(secret.read()).rejects.toThrow();
    expect(await secret.read()).toBe('value');
    expect(await secret.read()).toBe('value');
    expect(calls()).toBe(2);
  });

  it('without a text is refused', async () => {
    await expect(secretOf(['']).secret.read()).rejects.toThrow('holds no text');
  });
});
