import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { EnvironmentValue } from '../../../lib/catalog-access.ts';
import { account, region } from '../support/resolved-templates.ts';
import { synthesise } from '../support/synthesise.ts';

const { templates, trainingStack, functionStacks, catalog } = synthesise();
const specs = Object.values(catalog.functions);
const stacks = functionStacks;
const properties = (type: string) => templates.properties(stacks, type);
const functions = properties('AWS::Lambda::Function');
const functionNamed = (name: string) =>
  functions.find((candidate) => candidate['FunctionName'] === name) ?? expect.fail(`no function ${name}`);

/** What a variable must hold, written out from AWS's documented name and ARN forms. */
const expectedValue = (value: EnvironmentValue): unknown => {
  if (typeof value === 'string') return value;
  if ('table' in value) return catalog.tables[value.table].name;
  if ('bucket' in value) return catalog.buckets[value.bucket].name.replace('{account}', account);
  if ('function' in value) return catalog.functions[value.function].name;
  if ('queue' in value)
    return `https://sqs.${region}.amazonaws.com/${account}/${catalog.queues[value.queue].name}`;
  if ('topic' in value) return `arn:aws:sns:${region}:${account}:${catalog.topics[value.topic].name}`;
  if ('key' in value) return `alias/${catalog.keys[value.key].name}`;
  if ('endpoint' in value) return catalog.endpoints[value.endpoint].name;
  if ('workflow' in value)
    return `arn:aws:states:${region}:${account}:stateMachine:${catalog.workflows[value.workflow].name}`;
  if ('secret' in value)
    return `arn:aws:secretsmanager:${region}:${account}:secret:${catalog.secrets[value.secret].name}-a1b2c3`;
  return {
    imageUri: expect.stringMatching(
      new RegExp(`^${account}\\.dkr\\.ecr\\.${region}\\.amazonaws\\.com/cdk-.*:[0-9a-f]{64}$`),
    ),
    roleArn: expect.stringMatching(new RegExp(`^arn:aws:iam::${account}:role/TrainingRole`)),
    servingRoleArn: expect.stringMatching(new RegExp(`^arn:aws:iam::${account}:role/ServingRole`)),
    volumeKeyId: expect.stringMatching(new RegExp(`^arn:aws:kms:${region}:${account}:key/DataKey`)),
    outputKeyId: expect.stringMatching(new RegExp(`^arn:aws:kms:${region}:${account}:key/DataKey`)),
  }[value.training];
};

describe('the functions', () => {
  it('are those of the catalogue', () => {
    expect(functions.map((one) => one['FunctionName'])).toEqual(specs.map(({ name }) => name));
  });

  it.each(specs.map((spec) => [spec.name, spec] as const))('%s is as the catalogue has it', (name, spec) => {
    expect(functionNamed(name)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: spec.memoryMb,
      Timeout: spec.timeoutSeconds,
      TracingConfig: { Mode: 'Active' },
      DeadLetterConfig: { TargetArn: `arn:aws:sqs:${region}:${account}:${name}-failed` },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: `/aws/lambda/${name}` },
    });
  });

  it.each(specs.map((spec) => [spec.name, spec] as const))('%s has exactly its environment', (name, spec) => {
    expect(functionNamed(name)['Environment']).toEqual({
      Variables: Object.fromEntries(
        Object.entries(spec.environment).map(([variable, value]) => [variable, expectedValue(value)]),
      ),
    });
  });

  it('each have a log group with retention and our key', () => {
    const groups = properties('AWS::Logs::LogGroup');
    expect(groups.map((group) => group['LogGroupName']).toSorted()).toEqual(
      [
        ...specs.map(({ name }) => `/aws/lambda/${name}`),
        '/aws/vendedlogs/mindmate-api',
        '/aws/vendedlogs/mindmate-training-pipeline',
        '/aws/vendedlogs/mindmate-preparation-api',
      ].toSorted(),
    );
    for (const group of groups) {
      expect(group).toMatchObject({
        RetentionInDays: 365,
        KmsKeyId: expect.stringContaining('key/OperationsKey'),
      });
    }
  });

  it('reserve no concurrency unless told to', () => {
    for (const one of functions) expect(one).not.toHaveProperty('ReservedConcurrentExecutions');
    const reserved = synthesise({ reservedConcurrency: 3 });
    const all = reserved.templates.properties(reserved.functionStacks, 'AWS::Lambda::Function');
    expect(all.map((one) => one['ReservedConcurrentExecutions'])).toEqual(specs.map(() => 3));
  });

  it('log as long as the setting says', () => {
    const brief = synthesise({ logRetentionDays: 30 });
    for (const { Properties } of brief.templates
      .resources(brief.trainingStack, 'AWS::Logs::LogGroup')
      .values()) {
      expect(Properties['RetentionInDays']).toBe(30);
    }
  });
});

describe('the dead-letter queues', () => {
  const feeding = [...Object.values(catalog.queues), ...Object.values(catalog.streams)].flatMap(
    ({ name }) => [name, `${name}-dead-letters`],
  );
  const queues = properties('AWS::SQS::Queue').filter(
    ({ QueueName }) => !feeding.includes(String(QueueName)),
  );

  it('are one for each function, rule and schedule', () => {
    expect(queues.map((queue) => queue['QueueName']).toSorted()).toEqual(
      [
        ...specs.map(({ name }) => `${name}-failed`),
        ...[...catalog.rules, ...catalog.schedules].map(({ name }) => `${name}-undelivered`),
      ].toSorted(),
    );
  });

  it('are encrypted with our key and keep messages for 14 days', () => {
    for (const queue of queues) {
      expect(queue).toMatchObject({
        KmsMasterKeyId: expect.stringContaining('key/OperationsKey'),
        MessageRetentionPeriod: 14 * 24 * 3600,
      });
    }
  });
});

describe('what starts work', () => {
  it('are schedules on the first of each month, with retries and a place for what could not be delivered', () => {
    expect(templates.properties([trainingStack], 'AWS::Scheduler::Schedule')).toEqual([
      expect.objectContaining({
        Name: 'mindmate-monthly-training',
        ScheduleExpression: 'cron(0 0 1 * ? *)',
        ScheduleExpressionTimezone: 'UTC',
        State: 'ENABLED',
        Target: expect.objectContaining({
          Arn: `arn:aws:lambda:${region}:${account}:function:mindmate-prepareTrainingData`,
          Input: JSON.stringify({
            source: 'aws.scheduler',
            'detail-type': 'Scheduled Event',
            detail: { idempotencyKey: 'monthly-<aws.scheduler.scheduled-time>' },
          }),
          RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 21_600 },
          DeadLetterConfig: { Arn: `arn:aws:sqs:${region}:${account}:mindmate-monthly-training-undelivered` },
        }),
      }),
      expect.objectContaining({
        Name: 'mindmate-monthly-wearable-training',
        ScheduleExpression: 'cron(0 1 1 * ? *)',
        Target: expect.objectContaining({
          Arn: `arn:aws:lambda:${region}:${account}:function:mindmate-triggerModelTraining`,
          Input: JSON.stringify({
            source: 'aws.scheduler',
            'detail-type': 'Scheduled Event',
            detail: {
              trainPath: `s3://mindmate-ml-models-${account}/training/wearable/normal.csv`,
              validationPath: `s3://mindmate-ml-models-${account}/training/wearable/labelled.csv`,
              hyperParameters: { algorithm: 'lstm-autoencoder' },
            },
          }),
        }),
      }),
    ]);
  });

  it('follows the time zone setting', () => {
    const berlin = synthesise({ scheduleTimeZone: 'Europe/Berlin' });
    const [schedule] = berlin.templates.resources(berlin.trainingStack, 'AWS::Scheduler::Schedule').values();
    expect(schedule?.Properties['ScheduleExpressionTimezone']).toBe('Europe/Berlin');
  });

  it('is a rule on state changes of our training jobs, with retries and a place for what could not be delivered', () => {
    expect(templates.properties([trainingStack], 'AWS::Events::Rule')).toEqual([
      expect.objectContaining({
        Name: 'mindmate-training-job-state',
        EventPattern: {
          source: ['aws.sagemaker'],
          'detail-type': ['SageMaker Training Job State Change'],
          detail: { TrainingJobName: [{ prefix: 'mindmate-' }] },
        },
        Targets: [
          expect.objectContaining({
            Arn: `arn:aws:lambda:${region}:${account}:function:mindmate-recordTrainingJobState`,
            RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
            DeadLetterConfig: {
              Arn: `arn:aws:sqs:${region}:${account}:mindmate-training-job-state-undelivered`,
            },
          }),
        ],
      }),
    ]);
  });
});

describe('two prefixes in one account', () => {
  const nameProperties = [
    'TableName',
    'BucketName',
    'QueueName',
    'TopicName',
    'FunctionName',
    'LogGroupName',
    'Name',
    'RoleName',
    'AlarmName',
    'DashboardName',
    'AliasName',
    'ManagedPolicyName',
  ];
  const namesOf = (prefix?: string): ReadonlySet<string> => {
    const one = synthesise(prefix === undefined ? {} : { prefix });
    const types = [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::SQS::Queue',
      'AWS::SNS::Topic',
      'AWS::Lambda::Function',
      'AWS::Logs::LogGroup',
      'AWS::IAM::Role',
      'AWS::IAM::ManagedPolicy',
      'AWS::CloudWatch::Alarm',
      'AWS::CloudWatch::Dashboard',
      'AWS::KMS::Alias',
      'AWS::SecretsManager::Secret',
      'AWS::Scheduler::Schedule',
      'AWS::Events::Rule',
    ];
    const all = one.templates
      .stackNames()
      .flatMap((stack) => types.flatMap((type) => [...one.templates.resources(stack, type).values()]));
    const named = all.flatMap(({ Type, Properties }) =>
      nameProperties.flatMap((property) => {
        const name = z.string().safeParse(Properties[property]);
        return name.success ? [`${Type} ${name.data}`] : [];
      }),
    );
    return new Set([...named, ...one.templates.stackNames()]);
  };

  it('share no name', () => {
    const first = namesOf();
    const second = namesOf('acme');
    expect(first.size).toBeGreaterThan(60);
    expect([...first].filter((name) => second.has(name))).toEqual([]);
  });
});
