import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../local/http-front/token.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { publishUntrainedModel, untrainedModelFiles } from '../support/untrained-wearable-model.ts';

const calls = 200;
const people = 20;
const metricsPerCall = 25;
const startMs = Date.UTC(2026, 0, 5, 8);

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
  await publishUntrainedModel(aws.client, untrainedModelFiles({ units: [16, 8], encodingDim: 4 }));
});
afterAll(() => aws.close());

/** Each call has metrics of its own, but that two calls of each person send the same: 180 batches in 200 calls. */
const batchOf = (call: number) => {
  const person = call % people;
  const turn = Math.floor(call / people);
  return { person, batch: turn === 9 ? 0 : turn };
};

const body = ({ person, batch }: ReturnType<typeof batchOf>) =>
  JSON.stringify(
    Array.from({ length: metricsPerCall }, (_, index) => ({
      userId: `person-${person}`,
      timestamp: startMs + (batch * metricsPerCall + index) * 5000,
      deviceId: 'watch',
      metrics: { heartRate: 60 + person + (index % 5), steps: 0, calories: 0.1, distance: 0 },
    })),
  );

const tokens = async () =>
  Promise.all(
    Array.from({ length: people }, (_, person) =>
      issueToken({
        dataDir: aws.dataDir,
        user: `person-${person}`,
        groups: [],
        expiresIn: '1h',
        now: Date.now(),
      }),
    ),
  );

/** Samples in the table, by person. */
const storedSamples = async () => {
  const client = new DynamoDBClient(aws.client);
  const stored = new Map<string, number>();
  const pages = paginateScan({ client: DynamoDBDocumentClient.from(client) }, { TableName: 'HealthMetrics' });
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const samples = Object.keys(item).filter((name) => /^s\d+$/.test(name)).length;
      stored.set(String(item['PK']), (stored.get(String(item['PK'])) ?? 0) + samples);
    }
  }
  client.destroy();
  return stored;
};

describe('200 syncs at once', () => {
  it('lose nothing, store nothing twice, and count what they did', async () => {
    const bearers = await tokens();
    const sendAll = () =>
      Promise.all(
        Array.from({ length: calls }, async (_, call) => {
          const batch = batchOf(call);
          const response = await fetch(`${aws.apiEndpoint}/health-data/sync`, {
            method: 'POST',
            headers: {
              authorization: `Bearer ${bearers[batch.person]}`,
              'content-type': 'application/json',
            },
            body: body(batch),
          });
          return { status: response.status, body: Object(await response.json()) };
        }),
      );
    const answers = await sendAll();

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const total = (count: 'accepted' | 'duplicates') =>
      answers.reduce((sum, answer) => sum + answer.body[count], 0);
    // 9 distinct batches a person, one of them sent twice.
    expect(total('accepted')).toBe(people * 9 * metricsPerCall);
    expect(total('duplicates')).toBe(people * metricsPerCall);
    expect(answers.flatMap((answer) => answer.body.rejected)).toEqual([]);
    for (const answer of answers) expect(answer.body.results).toHaveLength(metricsPerCall);
    const stored = await storedSamples();
    expect([...stored.values()]).toEqual(Array.from({ length: people }, () => 9 * metricsPerCall));
  }, 120_000);

  it('leave the memory of the function as it was', async () => {
    const log = await readFile(path.join(aws.dataDir, 'logs', 'health-anomaly-detector.log'), 'utf8');
    const usedMb = [...log.matchAll(/Max Memory Used: (\d+) MB/g)].map(([, megabytes]) => Number(megabytes));
    expect(usedMb).toHaveLength(calls);
    // The heap breathes between collections; what would be kept of each call would add up.
    const early = Math.max(...usedMb.slice(20, 80));
    const late = Math.max(...usedMb.slice(-60));
    expect(late).toBeLessThanOrEqual(early + 8);
  });
});
