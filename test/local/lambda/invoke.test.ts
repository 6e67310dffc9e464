import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  GetFunctionCommand,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const mood = 'mindmate-extractMoodFeatures';
const short = 'mindmate-extractBehavioralFeatures';
const small = 'mindmate-extractSentimentFeatures';

let aws: TestAws;
let lambda: LambdaClient;

beforeAll(async () => {
  const catalog = testCatalog();
  const { functions } = catalog;
  aws = await startTestAws({
    catalog: {
      ...catalog,
      functions: {
        ...functions,
        extractBehavioralFeatures: { ...functions.extractBehavioralFeatures, timeoutSeconds: 1 },
        extractSentimentFeatures: { ...functions.extractSentimentFeatures, memoryMb: 16 },
        triggerModelTraining: { ...functions.triggerModelTraining, entry: 'test/local/handlers/absent.ts' },
      },
    },
  });
  lambda = new LambdaClient(aws.client);
});

afterAll(async () => {
  lambda.destroy();
  await aws.close();
});

const invoke = async (name: string, event: unknown, more: Partial<InvokeCommandInput> = {}) => {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event), ...more }),
  );
  const text = answer.Payload?.transformToString() ?? '';
  return { ...answer, body: text === '' ? undefined : JSON.parse(text) };
};

describe('Invoke, waiting for the answer', () => {
  test('the handler gets the event, the context of Lambda, and its variables from the catalogue', async () => {
    const { StatusCode, FunctionError, ExecutedVersion, body } = await invoke(mood, { userId: 'u' });

    expect({ StatusCode, FunctionError, ExecutedVersion }).toEqual({
      StatusCode: 200,
      FunctionError: undefined,
      ExecutedVersion: '$LATEST',
    });
    expect(body).toMatchObject({
      event: { userId: 'u' },
      functionName: mood,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:${mood}`,
      variables: {
        TABLE_NAME: 'EmoCompanion',
        AWS_ENDPOINT_URL: aws.endpoint,
        AWS_LAMBDA_FUNCTION_NAME: mood,
        _HANDLER: 'index.handler',
      },
    });
    expect(body.remainingMs).toBeGreaterThan(15_000);
    expect(body.remainingMs).toBeLessThanOrEqual(20_000);
    expect(body.variables).not.toHaveProperty('HOME');
  });

  test('one environment serves one event after another and keeps its state', async () => {
    const before = (await invoke(mood, {})).body.invocations;
    const after = (await invoke(mood, {})).body.invocations;

    expect(after).toBe(before + 1);
  });

  test('a thrown error is an answer, with 200 and its name, message and trace', async () => {
    const { StatusCode, FunctionError, body } = await invoke(mood, { action: 'throw' });

    expect({ StatusCode, FunctionError }).toEqual({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(body).toMatchObject({ errorType: 'TypeError', errorMessage: 'this is what was wrong' });
    expect(body.trace[0]).toBe('TypeError: this is what was wrong');
  });

  test('a thrown text is reported as such', async () => {
    const { FunctionError, body } = await invoke(mood, { action: 'throw-text' });

    expect({ FunctionError, body }).toEqual({
      FunctionError: 'Unhandled',
      body: { errorType: 'string', errorMessage: 'only text', trace: [] },
    });
  });

  test('process.exit ends the environment, not the process, and the next event gets a new one', async () => {
    const { FunctionError, body } = await invoke(mood, { action: 'exit' });

    expect(FunctionError).toBe('Unhandled');
    expect(body.errorType).toBe('Runtime.ExitError');
    expect(body.errorMessage).toMatch(
      /^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 3$/,
    );
    expect((await invoke(mood, {})).FunctionError).toBeUndefined();
  });

  test('a rejection that nobody caught ends the environment', async () => {
    const { body } = await invoke(mood, { action: 'reject-later' });

    expect(body).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: nobody caught this',
    });
    expect((await invoke(mood, {})).FunctionError).toBeUndefined();
  });

  test.each(['sleep', 'spin'])('an event that takes too long is ended: %s', async (action) => {
    const { FunctionError, body } = await invoke(short, { action });

    expect(FunctionError).toBe('Unhandled');
    expect(body.errorType).toBe('Sandbox.Timedout');
    expect(body.errorMessage).toMatch(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/);
    expect((await invoke(short, {})).FunctionError).toBeUndefined();
  });

  test('a handler that needs more memory than it has is ended, and only that one', async () => {
    const { FunctionError, body } = await invoke(small, { action: 'grow' });

    expect(FunctionError).toBe('Unhandled');
    expect(body.errorType).toBe('Runtime.ExitError');
    expect(body.errorMessage).toMatch(/Runtime exited with error: signal: killed$/);
    expect((await invoke(small, {})).FunctionError).toBeUndefined();
  });

  test('a function that cannot be bundled says so', async () => {
    const { FunctionError, body } = await invoke('mindmate-triggerModelTraining', {});

    expect(FunctionError).toBe('Unhandled');
    expect(body.errorType).toBe('Runtime.ImportModuleError');
    expect(body.errorMessage).toContain('absent.ts');
  });

  test('a handler that returns nothing answers null', async () => {
    expect((await invoke(mood, { action: 'nothing' })).body).toBeNull();
  });

  test('an answer may have 6 MB and a little, and no more', async () => {
    const quotes = 2;
    const fits = await invoke(mood, { action: 'large', size: 6_291_556 - quotes });
    const tooLarge = await invoke(mood, { action: 'large', size: 6_291_557 - quotes });

    expect(fits.FunctionError).toBeUndefined();
    expect(tooLarge.FunctionError).toBe('Unhandled');
    expect(tooLarge.body.errorType).toBe('Function.ResponseSizeTooLarge');
  });

  test('LogType Tail returns the log with its START, END and REPORT lines', async () => {
    const { LogResult = '' } = await invoke(mood, { action: 'throw' }, { LogType: 'Tail' });
    const lines = Buffer.from(LogResult, 'base64').toString('utf8').trim().split('\n');

    expect(lines[0]).toMatch(/^START RequestId: [0-9a-f-]{36} Version: \$LATEST$/);
    expect(lines).toContain('action throw');
    expect(lines.at(-2)).toMatch(/^END RequestId: [0-9a-f-]{36}$/);
    expect(lines.at(-1)).toMatch(
      /^REPORT RequestId: [0-9a-f-]{36}\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB$/,
    );
    expect(await readFile(path.join(aws.dataDir, 'logs', `${mood}.log`), 'utf8')).toContain('action throw');
  });

  test('events beyond the number of environments wait their turn', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => invoke(mood, { userId: 'u' })));

    expect(answers.every(({ FunctionError }) => FunctionError === undefined)).toBe(true);
  });
});

describe('Invoke, refused', () => {
  test('an unknown function is 404 ResourceNotFoundException', async () => {
    await expect(invoke('absent', {})).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
      message: 'Function not found: arn:aws:lambda:us-east-1:000000000000:function:absent',
    });
  });

  test('a payload that is not JSON is 400 InvalidRequestContentException', async () => {
    await expect(invoke(mood, {}, { Payload: Buffer.from('{"userId":') })).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test.each([
    ['RequestResponse', 6_291_456],
    ['Event', 1_048_576],
  ] as const)('a payload over the limit of %s is 413', async (InvocationType, limit) => {
    const Payload = Buffer.from(JSON.stringify('x'.repeat(limit - 1)));

    await expect(invoke(mood, {}, { InvocationType, Payload })).rejects.toMatchObject({
      name: 'RequestEntityTooLargeException',
      $metadata: { httpStatusCode: 413 },
    });
  });

  test('a payload of exactly 6 MB is taken', async () => {
    const Payload = Buffer.from(`{"action":"nothing","x":"${'x'.repeat(6_291_456 - 27)}"}`);

    expect(Payload.length).toBe(6_291_456);
    expect((await invoke(mood, {}, { Payload })).body).toBeNull();
  });
});

describe('Invoke without running or waiting', () => {
  test('DryRun answers 204 and runs nothing', async () => {
    const before = (await invoke(mood, {})).body.invocations;
    const { StatusCode } = await invoke(mood, {}, { InvocationType: 'DryRun' });

    expect(StatusCode).toBe(204);
    expect((await invoke(mood, {})).body.invocations).toBe(before + 1);
  });

  test('Event answers 202; after two retries a failing event becomes a dead letter', async () => {
    const { StatusCode } = await invoke(mood, { action: 'throw', mark: 7 }, { InvocationType: 'Event' });
    const event = await aws.waitFor(({ kind }) => kind === 'dead-letter');

    expect(StatusCode).toBe(202);
    const record = JSON.parse(await readFile('file' in event ? event.file : '', 'utf8'));
    expect(record).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: { action: 'throw', mark: 7 },
      responsePayload: { errorType: 'TypeError' },
    });
    expect(aws.events.filter(({ kind }) => kind === 'lambda-retry')).toHaveLength(2);
  });
});

describe('describing functions', () => {
  test('GetFunction takes a name or an ARN', async () => {
    const { Configuration } = await lambda.send(
      new GetFunctionCommand({ FunctionName: `arn:aws:lambda:us-east-1:000000000000:function:${mood}` }),
    );

    expect(Configuration).toMatchObject({ FunctionName: mood, Timeout: 20, MemorySize: 128 });
  });

  test('ListFunctions lists the catalogue', async () => {
    const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));

    const names = Object.values(testCatalog().functions).map(({ name }) => name);
    expect(Functions.map(({ FunctionName }) => FunctionName).sort()).toEqual(names.sort());
  });
});
