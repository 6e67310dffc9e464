import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbModelStages } from '../../../../lambdas/shared/adapters/dynamodb-model-stages.ts';
import { makeLocateWearableModel } from '../../../../lambdas/shared/adapters/locate-wearable-model.ts';
import {
  type ModelPlace,
  makeS3WearableModels,
  type S3WearableModelsOptions,
} from '../../../../lambdas/shared/adapters/s3-wearable-models.ts';
import { makeReadObject } from '../../../../lambdas/shared/aws/read-object.ts';
import { makeSdkItemCalls } from '../../../../lambdas/shared/aws/sdk-item-calls.ts';
import { emptyStageBook, promote } from '../../../../ml/evaluation/stage-book.ts';
import { makeFusedEngine } from '../../../../ml/lstm/fused-engine.ts';
import { readNetwork } from '../../../../ml/lstm/read-network.ts';
import { describePublishedModel } from '../../../../ml/wearable/published-model.ts';
import { untrainedModelFiles } from '../../../support/untrained-wearable-model.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';
import { stubAws } from '../../support/stub-aws.ts';

const whole = untrainedModelFiles({ units: [8], encodingDim: 4 });
const other = untrainedModelFiles({ units: [12], encodingDim: 4 });
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const fileOf = (name: string): Uint8Array => whole.get(name) ?? Buffer.from('');
/** Files changed before they were published, so that their digests are right. */
const published = (changes: Readonly<Record<string, Uint8Array>>) => {
  const files = new Map([...whole, ...Object.entries(changes)]);
  files.delete('metadata.json');
  const metadata = describePublishedModel(files, { createdAt: '2026-01-01T00:00:00Z', metrics: null });
  return new Map([...files, ['metadata.json', json(metadata)]]);
};
const paramsWith = (changes: object) =>
  json({ ...JSON.parse(fileOf('normalization_params.json').toString()), ...changes });

const setUp = (more: Partial<S3WearableModelsOptions> = {}) => {
  const folders = new Map<string, ReadonlyMap<string, Uint8Array>>([['v1', whole]]);
  const state: { place: ModelPlace | undefined; isDown: boolean } = {
    place: { version: '1', path: 's3://models/v1/' },
    isDown: false,
  };
  const clock = fakeClock();
  const recorded = recordingTelemetry();
  let requests = 0;
  const callAws = stubAws(({ path }) => {
    requests += 1;
    if (state.isDown) return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
    const [, folder = '', name = ''] = /([^/]+)\/([^/]+)$/.exec(path) ?? [];
    const file = folders.get(folder)?.get(name);
    if (file === undefined) return { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' };
    return { body: file };
  });
  const models = makeS3WearableModels({
    readObject: makeReadObject(callAws),
    locate: async () => state.place,
    makeEngine: (modelJson, weights) => makeFusedEngine(readNetwork(modelJson, weights)),
    clock: clock.clock,
    telemetry: recorded.telemetry,
    ...more,
  });
  return { models, folders, state, clock, requests: () => requests, ...recorded };
};

describe('the live model', () => {
  it('is read once and kept, however many ask at once', async () => {
    const { models, requests } = setUp();
    const all = await Promise.all([models.current(), models.current(), models.current()]);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatchObject({ version: '1', engine: { steps: 60, features: 7 } });
    await models.current();
    expect(requests()).toBe(6);
  });

  it('has an engine prepared while it is looked up, once however often that fails', async () => {
    const found = Promise.withResolvers<ModelPlace>();
    let prepared = 0;
    const { models } = setUp({
      locate: () => found.promise,
      prepareEngine: async () => {
        prepared += 1;
      },
    });
    const first = models.current();
    expect(prepared).toBe(1);
    found.resolve({ version: '2', path: 's3://models/nowhere/' });
    await expect(first).rejects.toMatchObject({ code: 'model-unavailable' });
    await expect(models.current()).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(prepared).toBe(1);
  });

  it('gives way to a version that goes live, within a minute', async () => {
    const { models, folders, state, clock } = setUp();
    await models.current();
    folders.set('v2', other);
    state.place = { version: '2', path: 's3://models/v2/' };
    expect((await models.current()).version).toBe('1');
    clock.advance(60_000);
    expect((await models.current()).version).toBe('2');
  });

  it('stays when the next version cannot be read, and raises an alarm', async () => {
    const { models, folders, state, clock, counts } = setUp();
    await models.current();
    folders.set('v2', new Map(other).set('weights.bin', Buffer.from('torn')));
    state.place = { version: '2', path: 's3://models/v2/' };
    clock.advance(60_000);
    expect((await models.current()).version).toBe('1');
    expect(counts.get('ModelUnavailable')).toBe(1);
  });

  it.each([
    [
      'its metadata is absent',
      new Map([...whole].filter(([name]) => name !== 'metadata.json')),
      'metadata.json is not there',
    ],
    [
      'its metadata is torn',
      new Map(whole).set('metadata.json', Buffer.from('{"formatV')),
      'metadata.json has another shape',
    ],
    [
      'its metadata is of another format',
      new Map(whole).set('metadata.json', json({ formatVersion: 2 })),
      'format version 2',
    ],
    [
      'its weights are absent',
      new Map([...whole].filter(([name]) => name !== 'weights.bin')),
      'weights.bin is not there',
    ],
    [
      'its weights are torn',
      new Map(whole).set('weights.bin', fileOf('weights.bin').subarray(0, 99)),
      'weights.bin is torn: 99 of',
    ],
    [
      'a bit of its threshold has flipped',
      new Map(whole).set(
        'threshold.json',
        Buffer.from(fileOf('threshold.json').toString().replace('"', "'")),
      ),
      'threshold.json is torn',
    ],
    [
      'its network is another one',
      published({ 'model.json': json({ modelTopology: {} }) }),
      'model.json has another shape',
    ],
    [
      'its weights are of another network',
      published({ 'weights.bin': other.get('weights.bin') ?? json(0) }),
      'model.json has another shape',
    ],
    [
      'its window is another one',
      published({ 'model_settings.json': json({ formatVersion: 1, stepsPerWindow: 30 }) }),
      'different numbers of steps',
    ],
    [
      'it makes no number of a window',
      published({ 'normalization_params.json': paramsWith({ deviations: [1e-300, 1, 1, 1] }) }),
      'answers no numbers',
    ],
    [
      'its means are beyond all numbers of a window',
      published({ 'normalization_params.json': paramsWith({ means: [1e300, 1, 1, 1] }) }),
      'answers no numbers',
    ],
  ])('is unavailable when %s, until it is back', async (_, files, words) => {
    const { models, folders, counts } = setUp();
    folders.set('v1', files);
    await expect(models.current()).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining(words),
    });
    expect(counts.get('ModelUnavailable')).toBe(1);
    folders.set('v1', whole);
    expect((await models.current()).version).toBe('1');
  });

  it('is unavailable when none is approved, or its place cannot be reached', async () => {
    const { models, state, lines } = setUp();
    state.place = undefined;
    await expect(models.current()).rejects.toThrow('No version has been published');
    state.place = { version: '1', path: 's3://models/v1/' };
    state.isDown = true;
    await expect(models.current()).rejects.toThrow('cannot be reached');
    expect(lines.map(({ level }) => level)).toEqual(['error', 'error']);
  });
});

describe('the place of the live model', () => {
  let db: Awaited<ReturnType<typeof startDynamoDb>>;
  beforeAll(async () => {
    db = await startDynamoDb();
  });
  afterAll(() => db.close());
  const tableName = 'MindMate-ModelRegistry';
  const locate = (pinnedPath = '') =>
    makeLocateWearableModel({ items: makeSdkItemCalls(db.client), tableName, pinnedPath })();
  const register = (version: number, status: string, modelName = 'lstm-autoencoder') =>
    DynamoDBDocumentClient.from(db.client).send(
      new PutCommand({
        TableName: tableName,
        Item: { modelName, version, status, modelDataUrl: `s3://bucket/models/${version}` },
      }),
    );

  it('is that of the newest approved version', async () => {
    expect(await locate()).toBeUndefined();
    await register(9, 'approved', 'crisis');
    await register(1, 'approved');
    await register(2, 'approved');
    await register(3, 'rejected');
    expect(await locate()).toEqual({ version: '2', path: 's3://bucket/models/2/' });
  });

  it('is that of the version in production, once one has been promoted', async () => {
    const stages = makeDynamoDbModelStages({ client: db.client, tableName });
    const occasion = { at: '2026-11-21T12:00:00.000Z' };
    const staged = promote(emptyStageBook, { version: 1, to: 'staging' }, occasion);
    await stages.write('lstm-autoencoder', staged);
    expect(await locate()).toMatchObject({ version: '2' });
    const promoted = promote(staged, { version: 1, to: 'production' }, occasion);
    await stages.write('lstm-autoencoder', promoted);
    expect(await locate()).toEqual({ version: '1', path: 's3://bucket/models/1/' });
    // A version that is in no row is none to serve.
    const elsewhere = promote(
      promote(promoted, { version: 7, to: 'staging' }, occasion),
      {
        version: 7,
        to: 'production',
      },
      occasion,
    );
    await stages.write('lstm-autoencoder', { ...elsewhere, revision: promoted.revision + 1 });
    expect(await locate()).toMatchObject({ version: '2' });
  });

  it('is the pinned one where the settings pin one', async () => {
    const pinned = { version: '0123456789abcdef', path: 's3://b/models/lstm-autoencoder/0123456789abcdef/' };
    expect(await locate('s3://b/models/lstm-autoencoder/0123456789abcdef')).toEqual(pinned);
  });
});
