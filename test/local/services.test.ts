import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { ListAppsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, ListTopicsCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { testCatalog } from '../support/test-catalog.ts';

const alerts = 'arn:aws:sns:us-east-1:000000000000:mindmate-alerts';
let aws: TestAws;

beforeAll(async () => {
  const rule = {
    name: 'r',
    description: '',
    source: 'app',
    detailType: 'Thing',
    detailPrefixes: { kind: 'ours-' },
    target: 'extractMoodFeatures',
  } as const;
  const schedule = {
    name: 'monthly',
    description: '',
    expression: 'cron(0 0 1 * ? *)',
    timeZone: 'UTC',
    target: 'prepareTrainingData',
    input: { action: 'throw', key: 'monthly-<aws.scheduler.scheduled-time>' },
  } as const;
  aws = await startTestAws({ catalog: testCatalog({ rules: [rule], schedules: [schedule] }) });
});

afterAll(() => aws.close());

const post = (headers: Record<string, string>, body = '') =>
  fetch(aws.endpoint, { method: 'POST', headers, body });
const errorType = (answer: Response) => answer.headers.get('x-amzn-errortype');
const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=local/20200101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=x`;

describe('the port', () => {
  test('an unsigned request is 403 MissingAuthenticationToken', async () => {
    const answer = await post({});

    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationToken');
  });

  test('the service is told from a presigned URL too', async () => {
    const answer = await fetch(
      `${aws.endpoint}/?X-Amz-Credential=local/20200101/us-east-1/sts/aws4_request&Action=GetCallerIdentity`,
    );

    expect(await answer.text()).toContain('<Account>000000000000</Account>');
  });

  test('a service that is not here is refused in its own protocol', async () => {
    const json = await post({
      authorization: scope('firehose'),
      'x-amz-target': 'Firehose_20150804.PutRecord',
    });
    const query = await post(
      { authorization: scope('autoscaling'), 'content-type': 'application/x-www-form-urlencoded' },
      'Action=DescribePolicies',
    );
    const rest = await post({ authorization: scope('glacier') });

    expect([json.status, errorType(json)]).toEqual([400, 'UnknownOperationException']);
    expect([query.status, await query.text()]).toEqual([
      400,
      expect.stringContaining('<Code>InvalidAction</Code>'),
    ]);
    expect([rest.status, rest.headers.get('x-amzn-errortype')]).toEqual([404, 'UnknownOperationException']);
  });

  test('an operation that is not here is refused by every service', async () => {
    const attempts: (() => Promise<unknown>)[] = [
      () => new SageMakerClient(aws.client).send(new ListAppsCommand({})),
      () => new EventBridgeClient(aws.client).send(new PutRuleCommand({ Name: 'r' })),
      () => new SecretsManagerClient(aws.client).send(new ListSecretsCommand({})),
      () =>
        new ComprehendClient(aws.client).send(new DetectSentimentCommand({ Text: 't', LanguageCode: 'en' })),
      () => new LambdaClient(aws.client).send(new UpdateFunctionCodeCommand({ FunctionName: 'f' })),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ name: 'UnknownOperationException' });
    }
    await expect(new SNSClient(aws.client).send(new CreateTopicCommand({ Name: 't' }))).rejects.toMatchObject(
      { name: 'InvalidAction' },
    );
  });

  test('a target named like a property of every object is unknown as well', async () => {
    const answer = await post({ authorization: scope('sagemaker'), 'x-amz-target': 'SageMaker.constructor' });

    expect(errorType(answer)).toBe('UnknownOperationException');
  });

  test('a client that hangs up in the middle of its request harms nobody', async () => {
    for (const service of ['dynamodb', 'lambda', 'sns', 'sagemaker', 's3']) {
      const leaving = new AbortController();
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"half":')),
        pull: () => leaving.abort(),
      });
      const headers = { authorization: scope(service), 'x-amz-target': 'DynamoDB_20120810.PutItem' };
      const init = { method: 'POST', body, headers, signal: leaving.signal, duplex: 'half' } as const;
      await expect(fetch(aws.endpoint, init)).rejects.toThrow();
    }

    const { TableNames } = await new DynamoDBClient(aws.client).send(new ListTablesCommand({}));
    expect(TableNames).toContain('EmoCompanion');
  });
});

describe('EventBridge', () => {
  const put = (entry: object) =>
    new EventBridgeClient(aws.client).send(new PutEventsCommand({ Entries: [entry] }));

  test('a matching event starts the target of the rule', async () => {
    const { FailedEntryCount, Entries } = await put({
      Source: 'app',
      DetailType: 'Thing',
      Detail: '{"kind":"ours-1"}',
      Time: new Date('2026-02-28T23:59:59.500Z'),
    });
    await aws.settled();

    expect({ FailedEntryCount, id: Entries?.[0]?.EventId }).toEqual({
      FailedEntryCount: 0,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(aws.events).toContainEqual(
      expect.objectContaining({ kind: 'lambda-bundled', functionName: 'mindmate-extractMoodFeatures' }),
    );
  });

  test('an event that does not match starts nothing', async () => {
    const deadLetters = () => aws.events.filter(({ kind }) => kind === 'dead-letter').length;
    const before = deadLetters();
    await put({ Source: 'app', DetailType: 'Thing', Detail: '{"kind":"theirs","action":"throw"}' });
    await put({ Source: 'other', DetailType: 'Thing', Detail: '{"kind":"ours-1","action":"throw"}' });
    await aws.settled();

    expect(deadLetters()).toBe(before);
  });

  test.each([
    [{ Source: 'app', DetailType: 'T', Detail: 'no json' }, 'MalformedDetail'],
    [{ Source: 'app', DetailType: 'T', Detail: '[1]' }, 'MalformedDetail'],
    [{ Source: 'app', DetailType: 'T' }, 'InvalidArgument'],
    [{ Source: 'aws.sagemaker', DetailType: 'T', Detail: '{}' }, 'NotAuthorizedForSourceException'],
  ])('an entry is refused on its own: %j', async (entry, ErrorCode) => {
    expect(await put(entry)).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode }] });
  });

  test('a schedule can be fired by hand; its time is put into its event', async () => {
    await aws.fireSchedule('monthly', Date.parse('2026-03-01T00:00:00Z'));
    const event = await aws.waitFor(
      (seen) => seen.kind === 'dead-letter' && seen.functionName === 'mindmate-prepareTrainingData',
    );

    const record = JSON.parse(await readFile('file' in event ? event.file : '', 'utf8'));
    expect(record.requestPayload.detail.key).toBe('monthly-2026-03-01T00:00:00Z');
    expect(aws.schedules.map(({ name }) => name)).toEqual(['monthly']);
    await expect(aws.fireSchedule('weekly')).rejects.toThrow("no schedule 'weekly'; there are: monthly");
  });
});

describe('SNS', () => {
  test('a message goes to the outbox, as it is', async () => {
    const sns = new SNSClient(aws.client);
    const Message = 'Failed: <a> & "b"\nä=%+';
    const { MessageId } = await sns.send(new PublishCommand({ TopicArn: alerts, Subject: 'Job', Message }));
    const text = await readFile(path.join(aws.dataDir, 'outbox', 'mindmate-alerts.jsonl'), 'utf8');

    expect(JSON.parse(text)).toMatchObject({
      messageId: MessageId,
      topicArn: alerts,
      subject: 'Job',
      message: Message,
    });
    const { Topics } = await sns.send(new ListTopicsCommand({}));
    expect(Topics).toEqual(
      Object.values(testCatalog().topics).map(({ name }) => ({
        TopicArn: `arn:aws:sns:us-east-1:000000000000:${name}`,
      })),
    );
  });

  test('an unknown topic is NotFound', async () => {
    const publish = new PublishCommand({ TopicArn: `${alerts}-not`, Message: 'm' });

    await expect(new SNSClient(aws.client).send(publish)).rejects.toMatchObject({
      name: 'NotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('Secrets Manager', () => {
  test('a secret has the same value wherever it is asked for, by name or by ARN', async () => {
    const secrets = new SecretsManagerClient(aws.client);
    const byName = await secrets.send(new GetSecretValueCommand({ SecretId: 'mindmate/sample-id-secret' }));
    const byArn = await secrets.send(new GetSecretValueCommand({ SecretId: byName.ARN }));
    const described = await secrets.send(new DescribeSecretCommand({ SecretId: byName.ARN }));

    // printf 'wellcast local secret mindmate/sample-id-secret' | sha256sum
    expect(byName.SecretString).toBe('7858ff07866c74d9daf21becf664ccf7f7862d2e17779408f155798058755126');
    expect(byArn.SecretString).toBe(byName.SecretString);
    expect(described).toMatchObject({ Name: 'mindmate/sample-id-secret' });
    expect(Object.keys(described.VersionIdsToStages ?? {})).toEqual([byName.VersionId]);
  });

  test('an unknown secret is ResourceNotFoundException', async () => {
    await expect(
      new SecretsManagerClient(aws.client).send(new GetSecretValueCommand({ SecretId: 'other' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

test('the tables of the catalogue are there, and a table that exists is not made again', async () => {
  const dynamo = new DynamoDBClient(aws.client);
  const { TableNames } = await dynamo.send(new ListTablesCommand({}));

  expect(TableNames).toEqual(
    Object.values(testCatalog().tables)
      .map(({ name }) => name)
      .sort(),
  );
  await expect(
    dynamo.send(
      new CreateTableCommand({
        TableName: 'EmoCompanion',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
      }),
    ),
  ).rejects.toMatchObject({ name: 'ResourceInUseException' });
});
