import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { makeS3PublishedModels } from '../../../lambdas/shared/adapters/s3-published-models.ts';
import type { PublishedModel } from '../../../ml/wearable/published-model.ts';
import { scoringFiles } from '../../../ml/wearable/scoring-files.ts';
import { goodDetectorMetrics } from '../../support/detector-metrics.ts';
import { setUpRecording, useTables, versionsOf } from '../support/recording-set-up.ts';
import { stubHttp } from '../support/stub-http.ts';

useTables();

const files = new Map([...scoringFiles, 'metrics.json'].map((name) => [name, Buffer.from(name)]));

const setUp = (metrics: object = goodDetectorMetrics) => {
  const stored: PublishedModel[] = [];
  const set = setUpRecording({
    artifacts: { readMetrics: async () => JSON.stringify(metrics), readFiles: async () => files },
    published: {
      store: async (_, model) => {
        stored.push(model);
        return `s3://models/models/lstm-autoencoder/${model.version}/`;
      },
    },
  });
  const output = { OutputDataConfig: { S3OutputPath: 's3://models/models/lstm-autoencoder/' } };
  return { ...set, stored, record: (job: string) => set.record(job, 'Completed', output) };
};

describe('a completed training of a wearable model', () => {
  it('is published and registered under its own name, once however often the event comes', async () => {
    const { record, stored, counts } = setUp();
    const first = await record('watch');
    expect(await record('watch')).toEqual(first);
    const [row, ...more] = await versionsOf('watch', 'lstm-autoencoder');
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      version: first.modelVersion,
      status: 'approved',
      reasons: [],
      modelDataUrl: `s3://models/models/lstm-autoencoder/${stored[0]?.version}/`,
    });
    expect(Object.keys(stored[0]?.files ?? {}).sort()).toEqual([...files.keys()].sort());
    expect(await versionsOf('watch')).toEqual([]);
    expect(counts.get('ModelsApproved')).toBe(1);
  });

  it('is rejected when it was not measured on labelled windows', async () => {
    const { record } = setUp({ ...goodDetectorMetrics, test: null });
    await record('unmeasured');
    expect((await versionsOf('unmeasured', 'lstm-autoencoder'))[0]).toMatchObject({
      status: 'rejected',
      reasons: [expect.stringContaining('not measured')],
    });
  });
});

describe('storing a version', () => {
  const model = { version: 'a'.repeat(16) } as PublishedModel;

  it.each([412, 409])('leaves metadata that is there as it is (%d), after every file', async (status) => {
    const keys: string[] = [];
    const client = new S3Client(
      stubHttp(({ path }) => {
        keys.push(path);
        return path.includes('metadata.json') ? { statusCode: status } : {};
      }),
    );
    const place = await makeS3PublishedModels({ client, bucket: 'models' }).store(files, model);
    expect(place).toBe(`s3://models/models/lstm-autoencoder/${'a'.repeat(16)}/`);
    expect(keys).toHaveLength(files.size + 1);
    expect(keys.at(-1)).toContain('metadata.json');
  });
});
