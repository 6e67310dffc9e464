import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { QueueSpec } from '../../../lib/catalog-shapes.ts';
import { listen } from '../../../local/listen.ts';
import type { LocalEvent } from '../../../local/local-event.ts';
import { makeRouter } from '../../../local/router.ts';
import { openQueues } from '../../../local/sqs/queues.ts';
import { makeSqsService } from '../../../local/sqs/sqs-service.ts';

export const queueSpec: QueueSpec = {
  name: 'notes',
  purpose: '',
  visibilityTimeoutSeconds: 60,
  maxReceiveCount: 3,
  batchSize: 10,
  maxConcurrency: 2,
  consumer: 'extractMoodFeatures',
};

/** The local SQS alone, on a port and in a folder of its own. */
export const startQueue = async (given: { spec?: Partial<QueueSpec>; folder?: string } = {}) => {
  const folder = given.folder ?? (await mkdtemp(path.join(tmpdir(), 'wellcast-sqs-')));
  const events: LocalEvent[] = [];
  const queues = await openQueues(folder, [{ ...queueSpec, ...given.spec }], (event) => events.push(event));
  let endpoint = '';
  const service = makeSqsService(queues, (name) => `${endpoint}/000000000000/${name}`);
  const server = await listen(0, makeRouter([service]));
  endpoint = server.url;
  const client = new SQSClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return {
    client,
    queues,
    events,
    folder,
    url: `${endpoint}/000000000000/notes`,
    deadLetterUrl: `${endpoint}/000000000000/notes-dead-letters`,
    close: async () => {
      client.destroy();
      await server.close();
      if (given.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};
