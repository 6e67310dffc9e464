import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import type { StreamSpec } from '../../../lib/catalog-shapes.ts';
import { makeKinesisService } from '../../../local/kinesis/kinesis-service.ts';
import { openStreams } from '../../../local/kinesis/streams.ts';
import { listen } from '../../../local/listen.ts';
import { makeRouter } from '../../../local/router.ts';

export const streamSpec: StreamSpec = {
  name: 'events',
  purpose: '',
  retentionHours: 24,
  batchSize: 10,
  batchingWindowSeconds: 0,
  parallelizationFactor: 1,
  maximumRetryAttempts: 2,
  maximumRecordAgeSeconds: -1,
  consumer: 'extractMoodFeatures',
};

/** The local Kinesis alone, on a port and in a folder of its own, with a clock that stands until it is set. */
export const startStream = async (given: { spec?: Partial<StreamSpec>; folder?: string } = {}) => {
  const folder = given.folder ?? (await mkdtemp(path.join(tmpdir(), 'wellcast-kinesis-')));
  let now = Date.UTC(2026, 0, 1);
  const clock = () => now;
  const streams = await openStreams(folder, [{ ...streamSpec, ...given.spec }], clock);
  const server = await listen(0, makeRouter([makeKinesisService(streams, clock)]));
  const settings = {
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  };
  const client = new KinesisClient(settings);
  return {
    client,
    streams,
    stream: streams.all[0]!,
    folder,
    endpoint: server.url,
    now: clock,
    pass: (ms: number) => {
      now += ms;
    },
    close: async () => {
      client.destroy();
      await server.close();
      await streams.close();
      if (given.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};
