import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { type AppItem, invoke, putItems } from './app-table.ts';

const Case = z.object({
  timeZone: z.string(),
  asOf: z.string(),
  days: z.number(),
  moods: z.array(z.looseObject({ timestamp: z.string() })),
  chats: z.array(z.object({ timestamp: z.string(), text: z.string() })),
  selfies: z.array(z.object({ timestamp: z.string() })),
  sessions: z.array(z.object({ timestamp: z.string(), durationSeconds: z.number() })),
  features: z.record(z.string(), z.number()),
});
type Case = z.infer<typeof Case>;

const functionNames = ['extractMoodFeatures', 'extractBehavioralFeatures', 'extractSentimentFeatures'];

const itemsOf = (given: Case, index: number): AppItem[] => {
  const PK = `USER#person-${index}`;
  const item = (type: string, number: number, attributes: object): AppItem => ({
    PK,
    SK: `${type}#2001-01-01T00:00:00Z#${number}`,
    type,
    ...attributes,
  });
  // Longer than one page of a Query, and older than every window.
  const longAgo =
    index % 10 === 0
      ? Array.from({ length: 5 }, (_, number) =>
          item('CHAT', 1e6 + number, {
            timestamp: '2019-01-01T00:00:00Z',
            userMessage: 'bad '.repeat(60_000),
          }),
        )
      : [];
  return [
    { PK, SK: 'PROFILE', type: 'PROFILE', userId: `person-${index}`, timezone: given.timeZone },
    ...given.moods.map((mood, number) => item('MOOD', number, mood)),
    ...given.chats.map(({ timestamp, text }, number) =>
      item('CHAT', number, { timestamp, userMessage: text }),
    ),
    ...given.selfies.map((selfie, number) => item('SELFIE', number, selfie)),
    ...given.sessions.map((session, number) => item('SESSION', number, session)),
    item('MOOD', 2e6, { timestamp: given.asOf, mood: 'awful' }),
    item('MOOD', 2e6 + 1, { timestamp: given.asOf, mood: 11 }),
    item('MOOD', 2e6 + 2, { timestamp: 'yesterday', mood: 1 }),
    item('CHAT', 2e6, { timestamp: given.asOf, userMessage: 7 }),
    ...longAgo,
  ];
};

let aws: TestAws;
let cases: Case[];

beforeAll(async () => {
  const file = path.join(import.meta.dirname, '../fixtures/features/journals.json');
  cases = z.array(Case).parse(JSON.parse(await readFile(file, 'utf8')));
  aws = await startTestAws();
  await putItems(aws, cases.flatMap(itemsOf));
});
afterAll(() => aws.close());

describe('features of items written straight into the table', () => {
  it('equal an independent calculation in Python to 1e-9, across time zones, gaps, pages and broken items', async () => {
    for (const [index, { asOf, days, features }] of cases.entries()) {
      const request = { userId: `person-${index}`, asOf, days };
      const answers = await Promise.all(functionNames.map((name) => invoke(aws, name, request)));
      const found = Object.assign({}, ...answers.map(({ body }) => body));
      expect(Object.keys(found)).toEqual(Object.keys(features));
      for (const [name, expected] of Object.entries(features)) {
        expect(Math.abs(found[name] - expected), `${name} of person ${index}`).toBeLessThanOrEqual(1e-9);
      }
    }
  });

  it('are the same one by one and in a batch', async () => {
    const requests = cases.map(({ asOf }, index) => ({ userId: `person-${index}`, asOf }));
    for (const name of functionNames) {
      const { body } = await invoke(aws, name, { requests, days: 30 });
      const first = await invoke(aws, name, { ...requests[3], days: 30 });
      expect(body['results']).toHaveLength(cases.length);
      expect(body['results']).toMatchObject({ 3: { ok: true, features: first.body } });
    }
  });

  it('name the field that is missing or wrong', async () => {
    for (const name of functionNames) {
      for (const [request, field] of [
        [{}, 'userId'],
        [{ userId: 'person-1', days: 'many' }, 'days'],
        [{ userId: 'person-1', asOf: '2024-01-01' }, 'asOf'],
        [{ userId: 'person-1', day: 30 }, 'day'],
      ] as const) {
        const { statusCode, body } = await invoke(aws, name, request);
        expect(statusCode).toBe(400);
        expect(JSON.stringify(body)).toContain(field);
      }
    }
  });
});
