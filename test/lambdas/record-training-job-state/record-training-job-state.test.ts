import { describe, expect, it } from 'vitest';
import { parseTrainingJobStateEvent } from '../../../lambdas/record-training-job-state/schema.ts';
import type { TrainingJobState } from '../../../lambdas/shared/ports/training-service.ts';
import { goodMetrics } from '../support/model-metrics.ts';
import { rowOf, setUpRecording, useTables, versionsOf } from '../support/recording-set-up.ts';

useTables();

const readFiles = async () => new Map<string, Uint8Array>();

describe('a completed job', () => {
  it('gets one approved model version, however often and however late its events come', async () => {
    const { record, counts } = setUpRecording();
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
    const { record, counts } = setUpRecording({
      artifacts: { readMetrics: async () => JSON.stringify(poor), readFiles },
    });
    await record('poor', 'Completed');
    const [version] = await versionsOf('poor');
    expect(version?.['status']).toBe('rejected');
    expect(version?.['reasons']).toEqual([expect.stringContaining('AUC is 0.600')]);
    expect(counts.get('ModelsRejected')).toBe(1);
  });

  it('is registered by a later delivery when the first could not read its metrics', async () => {
    const { record } = setUpRecording({
      artifacts: { readMetrics: () => Promise.reject(new Error('throttled')), readFiles },
    });
    await expect(record('later', 'Completed')).rejects.toThrow();
    await setUpRecording().record('later', 'Completed');
    expect(await versionsOf('later')).toHaveLength(1);
  });

  it('gets one version when two deliveries come at once, and no number is used twice', async () => {
    const { record } = setUpRecording();
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
    const known = setUpRecording({ training: { describe: async () => described } });
    expect(await known.record('bare', 'Completed', bare)).toMatchObject({ outcome: 'recorded' });
    const { modelDataUrl: _, ...withoutModel } = described;
    const unknown = setUpRecording({ training: { describe: async () => withoutModel } });
    await expect(unknown.record('bare2', 'Completed', bare)).rejects.toThrow('names no model');
  });
});

describe('other events', () => {
  it('of a stopped job neither register nor tell', async () => {
    const { record, sent } = setUpRecording();
    await record('stopped', 'Stopping');
    await record('stopped', 'Stopped');
    expect(await rowOf('stopped')).toMatchObject({ status: 'Stopped' });
    expect(sent).toEqual([]);
    expect(await versionsOf('stopped')).toEqual([]);
  });

  it('of other teams’ jobs are ignored', async () => {
    const { record } = setUpRecording();
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
    const { deps, record } = setUpRecording();
    await record('fast', 'Stopped');
    await deps.rows.recordStart({ jobName: 'fast', ...started });
    expect(await rowOf('fast')).toMatchObject({ status: 'Stopped', trainPath: 's3://a' });
  });

  it('begins as InProgress', async () => {
    const { deps } = setUpRecording();
    await deps.rows.recordStart({ jobName: 'new', ...started, manifestPath: 's3://m' });
    expect(await rowOf('new')).toMatchObject({
      status: 'InProgress',
      manifestPath: 's3://m',
      schemaVersion: 1,
    });
  });
});
