import { describe, expect, it } from 'vitest';
import { account, region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates, customersStack } = synthesise();
const properties = (type: string) => templates.properties([customersStack], type);

describe("the stream of customers' events", () => {
  it('is on demand, encrypted with the key of the data, and kept for a week', () => {
    expect(properties('AWS::Kinesis::Stream')).toMatchObject([
      {
        Name: 'mindmate-customer-events',
        StreamModeDetails: { StreamMode: 'ON_DEMAND' },
        StreamEncryption: { EncryptionType: 'KMS', KeyId: expect.stringContaining('key/DataKey') },
        RetentionPeriodHours: 168,
      },
    ]);
  });

  it('feeds its function from the beginning, splits what fails, and tells a queue of what is given up', () => {
    expect(properties('AWS::Lambda::EventSourceMapping')).toMatchObject([
      {
        EventSourceArn: expect.stringContaining('CustomerEventsStream'),
        FunctionName: 'wellcast-updateCustomerFeatures',
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 500,
        MaximumBatchingWindowInSeconds: 5,
        ParallelizationFactor: 2,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 3,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        DestinationConfig: {
          OnFailure: {
            Destination: `arn:aws:sqs:${region}:${account}:mindmate-customer-events-dead-letters`,
          },
        },
      },
    ]);
    expect(
      properties('AWS::SQS::Queue').find(
        ({ QueueName }) => QueueName === 'mindmate-customer-events-dead-letters',
      ),
    ).toMatchObject({
      KmsMasterKeyId: expect.stringContaining('key/OperationsKey'),
      MessageRetentionPeriod: 14 * 24 * 3600,
    });
  });
});

describe('the review of quiet customers', () => {
  it('comes by every hour, is tried again, and is kept in a queue when it cannot be delivered', () => {
    expect(properties('AWS::Scheduler::Schedule')).toMatchObject([
      {
        Name: 'mindmate-quiet-customers',
        ScheduleExpression: 'cron(30 * * * ? *)',
        ScheduleExpressionTimezone: 'UTC',
        Target: {
          Arn: expect.stringContaining('function:wellcast-reviewQuietCustomers'),
          Input: expect.stringContaining('{"scheduledAt":"<aws.scheduler.scheduled-time>"}'),
          DeadLetterConfig: { Arn: expect.stringContaining('quiet-customers') },
        },
      },
    ]);
  });

  it('has the time that many customers take, and what it fails at is kept', () => {
    const functions = properties('AWS::Lambda::Function');
    expect(
      functions.find(({ FunctionName }) => FunctionName === 'wellcast-reviewQuietCustomers'),
    ).toMatchObject({ Timeout: 900 });
    const queues = properties('AWS::SQS::Queue').map(({ QueueName }) => QueueName);
    expect(queues).toContain('wellcast-reviewQuietCustomers-failed');
  });
});
