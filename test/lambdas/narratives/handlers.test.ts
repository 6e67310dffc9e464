import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { captureOutput } from '../support/capture-output.ts';
import { load } from '../support/handler-environment.ts';
import { restoreEnvironment } from '../support/restore-environment.ts';

/** In every id and, with a letter more, in every text; must never be logged. */
const canary = 'canary-9c41';
const context = { awsRequestId: 'request-1' };
restoreEnvironment();
let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
  Object.assign(process.env, aws.clientEnvironment, {
    TABLE_NAME: 'EmoCompanion',
    PSEUDONYM_KEYS_TABLE: 'MindMate-PseudonymKeys',
    ERASURES_TABLE: 'wellcast-Erasures',
    TOMBSTONE_SECRET: 'mindmate/tombstone-secret',
    TRAINING_EXAMPLES_TABLE: 'MindMate-TrainingExamples',
    HEALTH_DATA_BUCKET: 'mindmate-health-data-000000000000',
    TRAINING_DATA_PREFIX: 'sft/',
    DEDUPLICATE: 'true',
    LINE_SETTINGS: JSON.stringify({ identifyingText: 'quarantine' }),
    MAX_FILE_BYTES: String(2 * 1024 * 1024),
  });
});
afterAll(async () => {
  await aws.close();
});

const request = (narrative: unknown) => ({
  narrative,
  source_metadata: {
    bucket: 'health-data',
    key: `raw/StepsRecord/2025/11/15/${canary}_1_2.avro`,
    record_type: 'StepsRecord',
    user_id: canary,
    correlation_id: canary,
  },
});
const message = (messageId: string, body: string) => ({ messageId, body, eventSource: 'aws:sqs' });

it('the formatter answers directly and names the messages that are to come again, and logs nobody', async () => {
  const handler = await load('format-training-narrative');
  const output = captureOutput();
  const direct = await handler(request(`${canary}x walked 9,000 steps a day.`), context);
  const refused = await handler({ ...request(canary), source_metadata: { user_id: canary } }, context);
  const batch = await handler(
    {
      Records: [
        message('a', JSON.stringify(request(`${canary}x walked 8,000 steps a day.`))),
        message('b', '{"no": "JSON"'),
        message('c', JSON.stringify({ requests: [request('Call me: 555-123-4567.'), request(' ')] })),
        message('d', JSON.stringify({ requests: [request('7,000 steps a day.'), request(7)] })),
      ],
    },
    context,
  );
  output.release();
  expect(direct).toMatchObject({
    statusCode: 200,
    body: { success: true, healthDomain: 'physical_activity' },
  });
  expect(refused).toMatchObject({ statusCode: 400, body: { error: { code: 'invalid-request' } } });
  // Refused and set aside is done with; what nobody understands is not.
  expect(batch).toEqual({ batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'd' }] });
  expect(output.text()).toContain('"NarrativesStored":2');
  expect(output.text()).not.toContain(canary);
});

it('the compactor folds what waits, under the prefix of the settings, and nothing else when asked for one month', async () => {
  const handler = await load('compact-training-data');
  const output = captureOutput();
  const month = new Date().toISOString().slice(0, 7);
  expect(await handler({ month: '2020-01' }, context)).toMatchObject({ body: { months: 0, partsFolded: 0 } });
  expect(await handler({ month, domain: 'physical_activity' }, context)).toMatchObject({
    body: { months: 1, unfinished: 0 },
  });
  expect(await handler({ source: 'aws.scheduler', detail: {} }, context)).toMatchObject({
    body: { partsFolded: 0, unfinished: 0 },
  });
  expect(await handler({ month: 'November' }, context)).toMatchObject({ statusCode: 400 });
  output.release();
});
