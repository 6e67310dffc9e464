/** One step of the narratives benchmark, in a process of its own: `write` or `append`, a size, data directory. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeS3ConditionalObjects } from '../lambdas/shared/adapters/s3-conditional-objects.ts';
import { timerSleep } from '../lambdas/shared/adapters/timer-sleep.ts';
import { readTrainingLines } from '../lambdas/shared/narratives/read-training-lines.ts';
import { takeSnapshot } from '../lambdas/shared/narratives/take-snapshot.ts';
import { fileKey, trainingLayout } from '../lambdas/shared/narratives/training-layout.ts';
import { makeCatalog } from '../lib/catalog.ts';
import { Config } from '../lib/config.ts';
import { startLocalAws } from '../local/start-local-aws.ts';
import { medianOf } from './median.ts';

const [step, sizeText, dataDir] = process.argv.slice(2);
const size = Number(sizeText);
const writers = 50;
const batchSize = 40;
const repeatedShare = 0.2;

const config = Config.parse({});
const { functions } = makeCatalog(config);
const aws = await startLocalAws({
  port: 0,
  apiPort: 0,
  dataDir: dataDir!,
  config,
  environmentsPerFunction: 2,
});
const connection = {
  endpoint: aws.endpoint,
  region: aws.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};
const lambda = new LambdaClient({
  ...connection,
  maxAttempts: 1,
  requestHandler: { requestTimeout: 3_600_000 },
});
const client = new S3Client({ ...connection, forcePathStyle: true });
const bucket = `mindmate-health-data-${aws.accountId}`;
const objects = makeS3ConditionalObjects({ client, bucket, sleep: timerSleep, random: Math.random });
const layout = trainingLayout(config.trainingDataPrefix);
const month = { domain: 'sleep_wellness', month: new Date().toISOString().slice(0, 7) } as const;

const call = async (name: string, request: object): Promise<unknown> => {
  const response = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(request)) }),
  );
  const answer = JSON.parse(Buffer.from(response.Payload ?? []).toString('utf8'));
  if (answer?.statusCode !== 200) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
  return answer.body;
};
const compact = () => call(functions.compactTrainingData.name, {});

const Results = z.object({
  results: z.array(z.object({ success: z.boolean(), reason: z.string().optional() })),
});

const narrative = (n: number) => ({
  narrative: `Sleep averaged ${(5 + (n % 300) / 100).toFixed(2)} hours a night over ${n} nights, with an efficiency of ${60 + (n % 39)} %.`,
  source_metadata: {
    bucket: 'health-data',
    key: `raw/SleepSessionRecord/2025/11/15/person${n % 500}_1731628800_${n}.avro`,
    record_type: 'SleepSessionRecord',
    user_id: `person${n % 500}`,
    correlation_id: `correlation-${n}`,
  },
  processing_metadata: {
    quality_score: 0.9,
    duration: 1.5,
    record_count: n,
    clinical_insights: { nights: n },
  },
});

/** Sends until every one is written, by us or by somebody else. */
const write = async (numbers: readonly number[]): Promise<void> => {
  for (let open = numbers; open.length > 0; ) {
    const answer = await call(functions.formatTrainingNarrative.name, { requests: open.map(narrative) });
    const { results } = Results.parse(answer);
    open = open.filter((_, index) => {
      const result = results[index];
      return result === undefined || !(result.success || result.reason === 'duplicate');
    });
    if (open.length > 0) await sleep(200);
  }
};

const countLines = async (): Promise<number> => {
  let lines = 0;
  const snapshot = await takeSnapshot(objects, layout, month);
  for await (const _line of readTrainingLines(objects, snapshot)) lines += 1;
  return lines;
};

const measureWriting = async () => {
  const distinct = Math.round(size * (1 - repeatedShare));
  const startedAt = performance.now();
  let next = 0;
  let isWriting = true;
  const writer = async () => {
    while (next < size) {
      const start = next;
      next += batchSize;
      const end = Math.min(start + batchSize, size);
      // Repeats follow at once on what they repeat, in another writer's hands.
      await write(
        Array.from({ length: end - start }, (_, index) => Math.floor((start + index) * (1 - repeatedShare))),
      );
    }
  };
  const compactor = async () => {
    for (; isWriting; await sleep(1000)) await compact();
  };
  const compacting = compactor();
  await Promise.all(Array.from({ length: writers }, writer));
  isWriting = false;
  await compacting;
  await compact();
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, peakMb: process.resourceUsage().maxRSS / 1024, lines: await countLines(), distinct };
};

const linesToAdd = 100;
const repetitions = 5;

/** Milliseconds to add lines to a file that has `size` already: as the seed does it, and as we do. */
const measureAppending = async () => {
  const line = `${JSON.stringify({ instruction: 'x'.repeat(100), input: 'x'.repeat(100), output: 'x'.repeat(400), metadata: { n: 'x'.repeat(400) } })}\n`;
  const Key = fileKey(layout, month, 1);
  const target = { Bucket: bucket, Key };
  await client.send(new PutObjectCommand({ ...target, Body: line.repeat(size) }));
  const added = line.repeat(linesToAdd);
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const startedAt = performance.now();
      await work();
      times.push(performance.now() - startedAt);
    }
    return medianOf(times);
  };
  const seedMs = await time(async () => {
    const { Body } = await client.send(new GetObjectCommand(target));
    const before = Buffer.from((await Body?.transformToByteArray()) ?? []);
    await client.send(new PutObjectCommand({ ...target, Body: Buffer.concat([before, Buffer.from(added)]) }));
  });
  const partMs = await time(() =>
    objects.create(`${layout.parts}bench/${randomUUID()}`, { body: added, contentType: 'application/jsonl' }),
  );
  return { seedMs, partMs, fileMb: (line.length * size) / 1e6 };
};

const figures = step === 'write' ? await measureWriting() : await measureAppending();
process.stdout.write(JSON.stringify(figures));
await aws.close();
