import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  ListStateMachinesCommand,
  RedriveExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:mindmate-training-pipeline';
const bucket = 'mindmate-training-work-000000000000';
let folder: string;
let aws: TestAws;
let sfn: SFNClient;
let log: string;
let tests = 0;

const start = () =>
  startTestAws({
    dataDir: path.join(folder, 'data'),
    catalog: testCatalog({}, { entry: 'test/local/handlers/fan-out-step.ts' }),
    retryDelaysMs: [0, 0],
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-sfn-'));
  aws = await start();
  sfn = new SFNClient(aws.client);
});
afterAll(async () => {
  sfn.destroy();
  await aws.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  log = path.join(folder, `${++tests}.log`);
  await writeFile(log, '');
});

type Item = { readonly until?: string; readonly wait?: string; readonly dies?: number };

const begin = async (items: readonly Item[], name?: string) => {
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const key = `runs/${tests}.json`;
  const Body = JSON.stringify(items.map((item, id) => ({ id, ...item })));
  await s3.send(new CreateBucketCommand({ Bucket: bucket })).catch(() => {});
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }));
  const input = JSON.stringify({ run: { log }, items: key });
  const { executionArn = '' } = await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  return { executionArn, input };
};
const look = (executionArn: string) => sfn.send(new DescribeExecutionCommand({ executionArn }));
const done = async () => (await readFile(log, 'utf8')).trimEnd().split('\n').map(Number);
const ended = (name: string, status: string) =>
  aws.waitFor((event) => event.kind === 'execution-state' && event.name === name && event.status === status);
const firstMap = async (executionArn: string) => {
  const { mapRuns = [] } = await sfn.send(new ListMapRunsCommand({ executionArn }));
  return sfn.send(new DescribeMapRunCommand({ mapRunArn: mapRuns[0]?.mapRunArn }));
};

describe('an execution', () => {
  it('runs each child of both maps once and ends with the last output', async () => {
    const { executionArn, input } = await begin([{}, {}, {}], 'plain');
    await ended('plain', 'SUCCEEDED');
    expect(await look(executionArn)).toMatchObject({
      name: 'plain',
      status: 'SUCCEEDED',
      stateMachineArn,
      input,
      output: input,
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
    });
    expect((await done()).sort()).toEqual([0, 0, 1, 1, 2, 2]);
    expect(await firstMap(executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      itemCounts: { total: 3, succeeded: 3, failed: 0, pending: 0, running: 0 },
    });
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED' }),
    );
    expect(executions.map(({ name }) => name)).toContain('plain');
  });

  it('is one for the same name and input while it runs, and its name is taken afterwards', async () => {
    const wait = path.join(folder, 'go');
    const { executionArn, input } = await begin([{ wait }], 'named');
    const again = { stateMachineArn, name: 'named', input };
    expect(await sfn.send(new StartExecutionCommand(again))).toMatchObject({ executionArn });
    const other = new StartExecutionCommand({ ...again, input: '{}' });
    await expect(sfn.send(other)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await writeFile(wait, '');
    await ended('named', 'SUCCEEDED');
    await expect(sfn.send(new StartExecutionCommand(again))).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
  });

  it('retries what may pass, and not what its functions refuse', async () => {
    const { executionArn } = await begin([{ dies: 2 }], 'dying');
    await ended('dying', 'SUCCEEDED');
    expect((await look(executionArn)).status).toBe('SUCCEEDED');
  });

  it('that failed is redriven from there: children that were done are not done again', async () => {
    const until = path.join(folder, 'open');
    const { executionArn } = await begin([{}, { until }, {}], 'again');
    await ended('again', 'FAILED');
    expect(await look(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: expect.stringContaining('Refused'),
      redriveStatus: 'REDRIVABLE',
    });
    expect(await firstMap(executionArn)).toMatchObject({ status: 'FAILED', itemCounts: { failed: 1 } });
    await writeFile(until, '');
    await sfn.send(new RedriveExecutionCommand({ executionArn }));
    await ended('again', 'SUCCEEDED');
    expect(await look(executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
    expect((await done()).sort()).toEqual([0, 0, 1, 1, 2, 2]);
    const redrive = new RedriveExecutionCommand({ executionArn });
    await expect(sfn.send(redrive)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
  });

  it('is stopped on demand', async () => {
    const { executionArn } = await begin([{ wait: path.join(folder, 'never') }], 'stopped');
    const why = { error: 'Mine', cause: 'enough' };
    await sfn.send(new StopExecutionCommand({ executionArn, ...why }));
    expect(await look(executionArn)).toMatchObject({ status: 'ABORTED', ...why });
    await writeFile(path.join(folder, 'never'), '');
  });

  it('goes on after a restart of the local AWS, without doing again what was done', async () => {
    const wait = path.join(folder, 'after');
    const { executionArn } = await begin([{}, { wait }], 'restarted');
    while (!(await done()).includes(0)) await new Promise((resolve) => setImmediate(resolve));
    await aws.close();
    await writeFile(wait, '');
    aws = await start();
    sfn = new SFNClient(aws.client);
    await ended('restarted', 'SUCCEEDED');
    expect((await look(executionArn)).status).toBe('SUCCEEDED');
    expect((await done()).filter((id) => id === 0)).toHaveLength(2);
  });
});

describe('the service refuses', () => {
  const refused = async (input: object) =>
    sfn.send(new StartExecutionCommand({ stateMachineArn, ...input })).catch(({ name }) => name);

  it('names, inputs and workflows as Step Functions does', async () => {
    expect(await refused({ name: 'a b' })).toBe('InvalidName');
    expect(await refused({ name: 'x'.repeat(81) })).toBe('InvalidName');
    expect(await refused({ name: 'a/b' })).toBe('InvalidName');
    expect(await refused({ input: 'not JSON' })).toBe('InvalidExecutionInput');
    expect(await refused({ stateMachineArn: 'nothing' })).toBe('InvalidArn');
    expect(await refused({ stateMachineArn: `${stateMachineArn}-other` })).toBe('StateMachineDoesNotExist');
    const executionArn = `${stateMachineArn.replace('stateMachine', 'execution')}:none`;
    await expect(look(executionArn)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
  });

  it('what it does not have', async () => {
    const list = sfn.send(new ListStateMachinesCommand({}));
    await expect(list).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });
});
