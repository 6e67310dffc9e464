import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { testCatalog } from '../support/test-catalog.ts';

const run = promisify(execFile);
const hasCli = await run('aws', ['--version']).then(
  () => true,
  () => false,
);
if (!hasCli) console.log('Skipped: the AWS CLI is not installed.');

const alerts = 'arn:aws:sns:us-east-1:000000000000:mindmate-alerts';

describe.skipIf(!hasCli)('the AWS CLI, told only where AWS is', () => {
  let aws: TestAws;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wellcast-cli-'));
    aws = await startTestAws({ catalog: testCatalog() });
  });

  afterAll(async () => {
    await aws.close();
    await rm(folder, { recursive: true });
  });

  const cli = async (...args: string[]) => {
    const env = { PATH: process.env.PATH, HOME: folder, AWS_PAGER: '', ...aws.clientEnvironment };
    const { stdout } = await run('aws', args, { env });
    return stdout === '' ? undefined : JSON.parse(stdout);
  };

  test('sts get-caller-identity', async () => {
    expect(await cli('sts', 'get-caller-identity')).toMatchObject({ Account: '000000000000' });
  });

  test('lambda invoke with a payload from a file', async () => {
    const payload = path.join(folder, 'payload.json');
    const out = path.join(folder, 'out.json');
    await writeFile(payload, '{"userId":"u"}');
    const name = 'mindmate-prepareTrainingData';
    const answer = await cli(
      'lambda',
      'invoke',
      '--function-name',
      name,
      '--payload',
      `fileb://${payload}`,
      out,
    );

    expect(answer).toEqual({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({
      event: { userId: 'u' },
      functionName: name,
    });
  });

  test('dynamodb put-item, get-item and a query', async () => {
    const item = { PK: { S: 'USER#1' }, SK: { S: 'PROFILE' }, userId: { S: '1' } };
    await cli('dynamodb', 'put-item', '--table-name', 'EmoCompanion', '--item', JSON.stringify(item));
    const found = await cli(
      'dynamodb',
      'query',
      '--table-name=EmoCompanion',
      '--key-condition-expression=PK = :p',
      '--expression-attribute-values={":p":{"S":"USER#1"}}',
    );

    expect(found).toMatchObject({ Count: 1, Items: [item] });
  });

  test('sns list-topics and publish', async () => {
    expect(await cli('sns', 'list-topics')).toMatchObject({
      Topics: expect.arrayContaining([{ TopicArn: alerts }]),
    });
    const { MessageId } = await cli('sns', 'publish', '--topic-arn', alerts, '--message', 'hello');
    expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('sagemaker describe-training-job of a job that is not there', async () => {
    await expect(
      cli('sagemaker', 'describe-training-job', '--training-job-name', 'none'),
    ).rejects.toMatchObject({
      stderr: expect.stringContaining('(ValidationException)'),
    });
  });

  test('sagemaker list-training-jobs', async () => {
    expect(await cli('sagemaker', 'list-training-jobs')).toEqual({ TrainingJobSummaries: [] });
  });

  test('secretsmanager get-secret-value', async () => {
    const secret = await cli(
      'secretsmanager',
      'get-secret-value',
      '--secret-id',
      'mindmate/sample-id-secret',
    );
    expect(secret.SecretString).toMatch(/^[0-9a-f]{64}$/);
  });

  test('events put-events', async () => {
    const entries = JSON.stringify([{ Source: 'app', DetailType: 'Thing', Detail: '{}' }]);
    expect(await cli('events', 'put-events', '--entries', entries)).toMatchObject({ FailedEntryCount: 0 });
  });

  test('a service that is not here is an error', async () => {
    await expect(cli('firehose', 'list-delivery-streams')).rejects.toMatchObject({
      stderr: expect.stringContaining('(UnknownOperationException)'),
    });
  });
});
