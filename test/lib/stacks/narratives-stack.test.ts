import { describe, expect, it } from 'vitest';
import { account, region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates, dataStack, narrativesStack } = synthesise();
const properties = (type: string) => templates.properties([narrativesStack], type);
const queueArn = (name: string) => `arn:aws:sqs:${region}:${account}:${name}`;

describe('the queue of narratives', () => {
  const queues = properties('AWS::SQS::Queue');
  const named = (name: string) => queues.find(({ QueueName }) => QueueName === name);

  it('hides a message for six times as long as the function may take, and gives it up after five tries', () => {
    expect(named('mindmate-narratives')).toMatchObject({
      VisibilityTimeout: 6 * 120,
      RedrivePolicy: {
        deadLetterTargetArn: queueArn('mindmate-narratives-dead-letters'),
        maxReceiveCount: 5,
      },
    });
  });

  it('is encrypted as the data is, and so are its dead letters, since both hold narratives', () => {
    for (const name of ['mindmate-narratives', 'mindmate-narratives-dead-letters']) {
      expect(named(name)).toMatchObject({
        KmsMasterKeyId: expect.stringContaining('key/DataKey'),
        MessageRetentionPeriod: 14 * 24 * 3600,
      });
    }
  });

  it('feeds the formatter in batches of which some messages may fail', () => {
    expect(properties('AWS::Lambda::EventSourceMapping')).toMatchObject([
      {
        EventSourceArn: queueArn('mindmate-narratives'),
        FunctionName: 'wellcast-formatTrainingNarrative',
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 10 },
      },
    ]);
  });
});

it('every new object under raw/ of the health data bucket starts the import, and no other', () => {
  expect(properties('AWS::Events::Rule')).toMatchObject([
    {
      Name: 'mindmate-health-export',
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [`mindmate-health-data-${account}`] },
          object: { key: [{ prefix: 'raw/' }] },
        },
      },
    },
  ]);
});

it('compaction runs every hour', () => {
  expect(properties('AWS::Scheduler::Schedule')).toMatchObject([
    { Name: 'mindmate-hourly-compaction', ScheduleExpression: 'cron(0 * * * ? *)' },
  ]);
});

it("the keys of people's pseudonyms are for the formatter, which makes them, and for erasure, which ends them", () => {
  const keys = templates
    .properties([dataStack], 'AWS::DynamoDB::Table')
    .find(({ TableName }) => TableName === 'MindMate-PseudonymKeys');
  expect(keys?.['ResourcePolicy']).toMatchObject({
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition: {
            ArnNotEquals: {
              'aws:PrincipalArn': [
                `arn:aws:iam::${account}:role/wellcast-formatTrainingNarrative-${region}`,
                `arn:aws:iam::${account}:role/wellcast-eraseSubject-${region}`,
              ],
            },
          },
        },
      ],
    },
  });
});

it('the settings reach the function that they are for', () => {
  const chosen = synthesise({
    format: 'messages',
    deduplicate: false,
    includeMetadata: false,
    trainingDataPrefix: 'sft/v2/',
    customInstructions: { StepsRecord: 'Say how far.' },
  });
  const functions = chosen.templates.properties([chosen.narrativesStack], 'AWS::Lambda::Function');
  const named = (name: string) => functions.find(({ FunctionName }) => FunctionName === `wellcast-${name}`);
  expect(named('formatTrainingNarrative')).toMatchObject({
    Environment: {
      Variables: {
        DEDUPLICATE: 'false',
        TRAINING_DATA_PREFIX: 'sft/v2/',
        LINE_SETTINGS: JSON.stringify({
          customInstructions: { StepsRecord: 'Say how far.' },
          instructionDiversity: false,
          pseudonyms: true,
          includeMetadata: false,
          includeClinicalInsights: true,
          format: 'messages',
          identifyingText: 'mask',
          minQualityScore: 0,
        }),
      },
    },
  });
  expect(named('compactTrainingData')).toMatchObject({
    Environment: { Variables: { TRAINING_DATA_PREFIX: 'sft/v2/', MAX_FILE_BYTES: String(64 * 1024 * 1024) } },
  });
});
