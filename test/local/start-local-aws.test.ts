import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Config } from '../../lib/config.ts';
import { startLocalAws } from '../../local/start-local-aws.ts';
import { startTestAws, withLocalAws } from '../support/local-aws.ts';
import { testCatalog } from '../support/test-catalog.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-start-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const start = (dataDir: string, port = 0) =>
  startLocalAws({ port, apiPort: 0, dataDir, config: Config.parse({}) });
const Item = { jobId: { S: 'kept' }, value: { N: '7' } };
const Key = { jobId: { S: 'kept' } };
const TableName = 'MindMate-TrainingJobs';

describe('what stands in the way is said in one line', () => {
  test('a port in use, and then the data folder is free again', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    await expect(start(folder, port)).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringMatching(new RegExp(`^Port ${port} is in use: .*--port\\.$`)),
    });
    blocker.close();
    await (await start(folder)).close();
  });

  test('a folder that cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');

    await expect(start(path.join(file, 'data'))).rejects.toMatchObject({
      code: 'folder-not-writable',
      message: expect.stringMatching(/^The data folder .* cannot be written \(E[A-Z]+\): .*--data-dir\.$/),
    });
  });

  test('a folder that another local AWS uses', async () => {
    const first = await start(folder);

    await expect(start(folder)).rejects.toMatchObject({ code: 'data-dir-in-use' });
    await first.close();
    await (await start(folder)).close();
  });

  test('a DYNAMODB_ENDPOINT that is no URL', async () => {
    vi.stubEnv('DYNAMODB_ENDPOINT', 'elsewhere');

    await expect(start(folder)).rejects.toMatchObject({ code: 'unsupported-setting' });
  });
});

describe('the lock of a process that has ended is taken over', () => {
  test.each([
    [
      'a pid that no longer runs',
      async () => {
        const child = spawn(process.execPath, ['-e', '']);
        await once(child, 'exit');
        return `${child.pid} 1\n`;
      },
    ],
    ['a pid that another process has now', async () => `${process.ppid} 1\n`],
    ['an empty file', async () => ''],
  ])('%s', async (_, content) => {
    await writeFile(path.join(folder, 'lock'), await content());

    await (await start(folder)).close();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });
});

test('what was written is there at the next start', async () => {
  await withLocalAws({ dataDir: folder }, async ({ client }) => {
    await new DynamoDBClient(client).send(new PutItemCommand({ TableName, Item }));
  });
  await withLocalAws({ dataDir: folder }, async ({ client, events }) => {
    expect((await new DynamoDBClient(client).send(new GetItemCommand({ TableName, Key }))).Item).toEqual(
      Item,
    );
    expect(events.filter(({ kind }) => kind === 'table-created')).toEqual([]);
  });
});

test('an asynchronous event that was accepted runs after a restart', async () => {
  const catalog = testCatalog({}, { entry: 'test/local/handlers/record.ts' });
  const RECORD_FILE = path.join(folder, 'recorded.jsonl');
  const { functions } = catalog;
  const extractMoodFeatures = { ...functions.extractMoodFeatures, environment: { RECORD_FILE } };
  const queue = path.join(folder, 'data', 'lambda-queue');
  await mkdir(queue, { recursive: true });
  const event = {
    requestId: 'r-1',
    functionName: 'mindmate-extractMoodFeatures',
    payload: '{"n":1}',
    attempts: 1,
  };
  await writeFile(path.join(queue, '0000000000000001-r-1.json'), JSON.stringify(event));

  await withLocalAws(
    {
      dataDir: path.join(folder, 'data'),
      catalog: { ...catalog, functions: { ...functions, extractMoodFeatures } },
    },
    async (aws) => {
      await aws.settled();
      expect(await readFile(RECORD_FILE, 'utf8')).toBe('{"n":1}\n');
    },
  );
  expect(existsSync(path.join(queue, '0000000000000001-r-1.json'))).toBe(false);
});

test('DYNAMODB_ENDPOINT puts another engine behind the same port', async () => {
  const engine = await startTestAws();
  vi.stubEnv('DYNAMODB_ENDPOINT', engine.endpoint);
  await withLocalAws({ dataDir: folder }, async ({ client }) => {
    await new DynamoDBClient(client).send(new PutItemCommand({ TableName, Item }));
  });

  const { Item: found } = await new DynamoDBClient(engine.client).send(
    new GetItemCommand({ TableName, Key }),
  );
  expect(found).toEqual(Item);
  expect(existsSync(path.join(folder, 'dynamodb'))).toBe(false);
  await engine.close();
});

test('close() ends a function in the middle of its work', async () => {
  const aws = await startTestAws({ catalog: testCatalog() });
  const lambda = new LambdaClient(aws.client);
  const Payload = JSON.stringify({ action: 'spin' });
  const answer = lambda.send(new InvokeCommand({ FunctionName: 'mindmate-extractMoodFeatures', Payload }));
  const broken = expect(answer).rejects.toThrow();
  await aws.waitFor(({ kind }) => kind === 'lambda-bundled');
  await aws.close();
  await broken;
});
