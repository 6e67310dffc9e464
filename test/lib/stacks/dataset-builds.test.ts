import { describe, expect, it } from 'vitest';
import { account, region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates, dataStack, preparationStack } = synthesise();
const properties = (type: string) => templates.properties([preparationStack], type);
const queueArn = (name: string) => `arn:aws:sqs:${region}:${account}:${name}`;

describe('the background of data preparation', () => {
  it('is due each night: four schedules, each of which sends its task to the queue', () => {
    const nightly = properties('AWS::Scheduler::Schedule').filter(({ Name }) =>
      String(Name).includes('nightly'),
    );
    expect(nightly.map(({ Name }) => Name).toSorted()).toEqual(
      ['extract', 'prepare', 'preprocess', 'version'].map((task) => `mindmate-nightly-${task}`),
    );
    for (const { Name, Target } of nightly) {
      const task = String(Name).replace('mindmate-nightly-', '');
      expect(Target).toMatchObject({
        Arn: queueArn('mindmate-preparation-tasks'),
        Input: JSON.stringify({ task, scheduledAt: '<aws.scheduler.scheduled-time>' }),
        DeadLetterConfig: { Arn: queueArn(`${Name}-undelivered`) },
      });
    }
  });

  it.each([
    ['mindmate-dataset-builds', 'wellcast-buildDatasetVersion', 600],
    ['mindmate-preparation-tasks', 'wellcast-runPreparationTask', 900],
  ])(
    '%s feeds %s in batches of which some may fail, and buries what fails five times',
    (name, consumer, seconds) => {
      const queue = properties('AWS::SQS::Queue').find(({ QueueName }) => QueueName === name);
      expect(queue).toMatchObject({
        VisibilityTimeout: 6 * seconds,
        RedrivePolicy: { deadLetterTargetArn: queueArn(`${name}-dead-letters`), maxReceiveCount: 5 },
      });
      const mapping = properties('AWS::Lambda::EventSourceMapping').find(
        ({ EventSourceArn }) => EventSourceArn === queueArn(name),
      );
      expect(mapping).toMatchObject({
        FunctionName: consumer,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
    },
  );

  it('forgets uploads and requests of jobs after a day, in every version', () => {
    const bucket = templates
      .properties([dataStack], 'AWS::S3::Bucket')
      .find(({ BucketName }) => BucketName === `mindmate-ml-datasets-${account}`);
    for (const prefix of ['uploads/', 'jobs/']) {
      expect(bucket).toMatchObject({
        LifecycleConfiguration: {
          Rules: expect.arrayContaining([
            expect.objectContaining({
              Prefix: prefix,
              ExpirationInDays: 1,
              NoncurrentVersionExpiration: { NoncurrentDays: 1 },
            }),
          ]),
        },
      });
    }
  });
});
