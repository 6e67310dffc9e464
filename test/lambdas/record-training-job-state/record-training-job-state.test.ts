import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeRecordTrainingJobState,
  type RecordTrainingJobStateDeps,
} from '../../../lambdas/record-training-job-state/record-training-job-state.ts';
import { parseTrainingJobStateEvent } from '../../../lambdas/record-training-job-state/schema.ts';
import { makeDynamoDbModelRegistry } from '../../../lambdas/shared/adapters/dynamodb-model-registry.ts';
import { makeDynamoDbTrainingJobRows } from '../../../lambdas/shared/adapters/dynamodb-training-job-rows.ts';
import type { TrainingJobState } from '../../../lambdas/shared/ports/training-service.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { goodMetrics } from '../support/model-metrics.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';
import { startDynamoDb } from '../support/start-dynamodb.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const TrainingJobs = 'MindMate-TrainingJobs';
const Registry = 'MindMate-ModelRegistry';

const setUp = (more: Partial<RecordTrainingJobStateDeps> = {}) => {
  const sent: { subject: string; message: string }[] = [];
  const clock = fakeClock();
  const { telemetry, counts } = recordingTelemetry();
  const deps: RecordTrainingJobStateDeps = {
    training: { describe: async () => undefined },
    rows: makeDynamoDbTrainingJobRows({ client: db.client, tableName: TrainingJobs }),
    registry: makeDynamoDbModelRegistry({ client: db.client, tableName: Registry }),
    artifacts: { readMetrics: async () => JSON.stringify(goodMetrics) },
    alerts: {
      send: async (alert) => {
        sent.push(alert);
      },
    },
    clock: clock.clock,
    telemetry,
    bucket: 'models',
    ...more,
  };
  const record = makeRecordTrainingJobState(deps);
  return {
    deps,
    sent,
    counts,
    clock,
    record: (jobName: string, status: string, detail: object = {}) =>
      record(parseTrainingJobStateEvent(event(jobName, status, detail))),
  };
};

const event = (jobName: string, status: string, detail: object) => ({
  version: '0',
  source: 'aws.sagemaker',
  'detail-type': 'SageMaker Training Job State Change',
  detail: {
    TrainingJobName: jobName,
    TrainingJobStatus: status,
    OutputDataConfig: { S3OutputPath: 's3://models/models/crisis/' },
    LastModifiedTime: Date.UTC(2025, 5, 20),
    ...(status === 'Completed'
      ? { ModelArtifacts: { S3ModelArtifacts: `s3://models/models/crisis/${jobName}/output/model.tar.gz` } }
      : {}),
    ...(status === 'Failed' ? { FailureReason: 'AlgorithmError: no rows\nexit code: 1' } : {}),
    ...detail,
  },
});

const documents = () => DynamoDBDocumentClient.from(db.client);
const rowOf = async (jobName: string) =>
  (await documents().send(new GetCommand({ TableName: TrainingJobs, Key: { jobId: `training#${jobName}` } })))
    .Item;
const versionsOf = async (jobName: string) => {
  const page = await documents().send(
    new QueryCommand({
      TableName: Registry,
      KeyConditionExpression: 'modelName = :crisis',
      ExpressionAttributeValues: { ':crisis': 'crisis' },
    }),
  );
  return (page.Items ?? []).filter((item) => item['jobName'] === jobName);
};

describe('a completed job', () => {
  it('gets one approved model version, however often and however late its events come', async () => {
    const { record, counts } = setUp();
    await record('done', 'InProgress');
    const first = await record('done', 'Completed');
    expect(first).toMatchObject({ outcome: 'recorded', modelVersion: expect.any(Number) });
    expect(await record('done', 'Completed')).toEqual(first);
    expect(await record('done', 'InProgress')).toMatchObject({ outcome: 'ignored' });
    expect(await record('done', 'Stopped')).toMatchObject({ outcome: 'ignored' });
    expect(await record('done', 'Failed')).toMatchObject({ outcome: 'ignored' });
    expect(await rowOf('done')).toMatchObject({
      status: 'Completed',
      endedAt: '2025-06-20T00:00:00.000Z',
      kind: 'training',
    });
    expect(await versionsOf('done')).toMatchObject([
      {
        version: first.modelVersion,
        status: 'approved',
        reasons: [],
        metrics: { auc: { value: 0.8 } },
        schemaVersion: 1,
      },
    ]);
    expect(counts.get('ModelsApproved')).toBe(1);
  });

  it('below the gate is registered as rejected, with the reasons', async () => {
    const poor = { ...goodMetrics, auc: { value: 0.6, low: 0.5, high: 0.7 } };
    const { record, counts } = setUp({ artifacts: { readMetrics: async () => JSON.stringify(poor) } });
    await record('poor', 'Completed');
    const [version] = await versionsOf('poor');
    expect(version?.['status']).toBe('rejected');
    expect(version?.['reasons']).toEqual([expect.stringContaining('AUC is 0.600')]);
    expect(counts.get('ModelsRejected')).toBe(1);
  });

  it('is registered by a later delivery when the first could not read its metrics', async () => {
    const { record } = setUp({ artifacts: { readMetrics: () => Promise.reject(new Error('throttled')) } });
    await expect(record('later', 'Completed')).rejects.toThrow();
    await setUp().record('later', 'Completed');
    expect(await versionsOf('later')).toHaveLength(1);
  });

  it('gets one version when two deliveries come at once, and no number is used twice', async () => {
    const { record } = setUp();
    const names = ['same', 'same', 'same', 'other'];
    const answers = await Promise.all(names.map((name) => record(name, 'Completed')));
    expect(new Set(answers.slice(0, 3).map(({ modelVersion }) => modelVersion)).size).toBe(1);
    expect(answers[3]?.modelVersion).not.toBe(answers[0]?.modelVersion);
    expect(await versionsOf('same')).toHaveLength(1);
  });

  it('whose event names no model is looked up', async () => {
    const described: TrainingJobState = {
      jobName: 'bare',
      jobArn: 'arn',
      status: 'Completed',
      hyperParameters: {},
      modelDataUrl: 's3://models/models/crisis/bare/output/model.tar.gz',
      outputPath: 's3://models/models/crisis',
    };
    const bare = { OutputDataConfig: undefined, ModelArtifacts: undefined };
    const known = setUp({ training: { describe: async () => described } });
    expect(await known.record('bare', 'Completed', bare)).toMatchObject({ outcome: 'recorded' });
    const { modelDataUrl: _, ...withoutModel } = described;
    const unknown = setUp({ training: { describe: async () => withoutModel } });
    await expect(unknown.record('bare2', 'Completed', bare)).rejects.toThrow('names no model');
  });
});

describe('a failed job', () => {
  it('is told of once, with its name and reason, and registers nothing', async () => {
    const { record, sent, counts } = setUp();
    await record('broken', 'Failed');
    await record('broken', 'Failed');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toBe('Training job broken failed');
    expect(sent[0]?.message).toContain('AlgorithmError: no rows exit code: 1');
    expect(counts.get('TrainingJobsFailed')).toBe(1);
    expect(await rowOf('broken')).toMatchObject({
      status: 'Failed',
      failureReason: 'AlgorithmError: no rows exit code: 1',
    });
    expect(await versionsOf('broken')).toEqual([]);
  });

  it('is told of by the next delivery when the message could not be sent', async () => {
    const failing = setUp({ alerts: { send: () => Promise.reject(new Error('throttled')) } });
    await expect(failing.record('muted', 'Failed')).rejects.toThrow();
    const next = setUp();
    await next.record('muted', 'Failed');
    expect(next.sent).toHaveLength(1);
  });

  it('is told of once when two deliveries come at once; the other comes again', async () => {
    const { record, sent } = setUp();
    const outcomes = await Promise.allSettled([record('twice', 'Failed'), record('twice', 'Failed')]);
    expect(sent).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'AlertBusyError' });
    }
    await record('twice', 'Failed');
    expect(sent).toHaveLength(1);
  });

  it('is told of after a crash between claim and message, once the claim has run out', async () => {
    const { deps, record, sent, clock } = setUp();
    const now = clock.clock.now();
    await deps.rows.claimAlert('crashed', { now, until: now + 45_000 });
    await expect(record('crashed', 'Failed')).rejects.toMatchObject({ name: 'AlertBusyError' });
    clock.advance(45_000);
    await record('crashed', 'Failed');
    expect(sent).toHaveLength(1);
  });
});

describe('other events', () => {
  it('of a stopped job neither register nor tell', async () => {
    const { record, sent } = setUp();
    await record('stopped', 'Stopping');
    await record('stopped', 'Stopped');
    expect(await rowOf('stopped')).toMatchObject({ status: 'Stopped' });
    expect(sent).toEqual([]);
    expect(await versionsOf('stopped')).toEqual([]);
  });

  it('of other teams’ jobs are ignored', async () => {
    const { record } = setUp();
    const elsewhere = { OutputDataConfig: { S3OutputPath: 's3://models/models/crisis-of-others/' } };
    expect(await record('foreign', 'Completed', elsewhere)).toMatchObject({ outcome: 'ignored' });
    expect(await rowOf('foreign')).toBeUndefined();
  });

  it('that are something else are refused', () => {
    expect(() => parseTrainingJobStateEvent({ source: 'aws.s3' })).toThrow('source must be "aws.sagemaker"');
  });
});

describe('the row of a job', () => {
  const started = {
    jobArn: 'arn',
    trainPath: 's3://a',
    validationPath: 's3://b',
    rowsSha256: 'c',
    startedAt: '2025-06-20T00:00:00Z',
  };

  it('keeps its end when the start is written late, and gains what was started', async () => {
    const { deps, record } = setUp();
    await record('fast', 'Stopped');
    await deps.rows.recordStart({ jobName: 'fast', ...started });
    expect(await rowOf('fast')).toMatchObject({ status: 'Stopped', trainPath: 's3://a' });
  });

  it('begins as InProgress', async () => {
    const { deps } = setUp();
    await deps.rows.recordStart({ jobName: 'new', ...started, manifestPath: 's3://m' });
    expect(await rowOf('new')).toMatchObject({
      status: 'InProgress',
      manifestPath: 's3://m',
      schemaVersion: 1,
    });
  });
});
