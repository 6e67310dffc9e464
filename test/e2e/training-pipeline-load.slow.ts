import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPopulation } from '../../bin/local/load-population.ts';
import { makeCatalog } from '../../lib/catalog.ts';
import type { FunctionSpec } from '../../lib/catalog-shapes.ts';
import { Config } from '../../lib/config.ts';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { invoke } from './app-table.ts';

/** A smaller number by USERS for those who are in a hurry: the whole takes some 40 minutes on two cores. */
const users = Number(process.env['USERS'] ?? 20_000);
const days = 120;
const endDay = 20_000;
/** The heap that a child may use: one that wants more is killed, as in Lambda. */
const childMemoryMb = 256;

let aws: TestAws;
beforeAll(async () => {
  const config = Config.parse({ directModeMaxUsers: users > 6_000 ? 5_000 : 0 });
  const catalog = makeCatalog(config);
  const small = (spec: FunctionSpec): FunctionSpec => ({ ...spec, memoryMb: childMemoryMb });
  const { extractTrainingShard, writeTrainingPart } = catalog.functions;
  const functions = {
    ...catalog.functions,
    extractTrainingShard: small(extractTrainingShard),
    writeTrainingPart: small(writeTrainingPart),
  };
  aws = await startTestAws({ config, catalog: { ...catalog, functions } });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(aws.client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const target = { client, tableName: 'EmoCompanion', signal: new AbortController().signal };
  await loadPopulation(generatePopulation({ users, days, seed: 1, endDay }), target, () => {});
}, 7_200_000);
afterAll(() => aws.close());

/** People in the lineage table, each as often as it has rows there. */
const peopleInLineage = async (): Promise<readonly string[]> => {
  const client = new DynamoDBClient(aws.client);
  const people: string[] = [];
  let startKey: ScanCommand['input']['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new ScanCommand({ TableName: 'MindMate-SampleLineage', ExclusiveStartKey: startKey }),
    );
    for (const { PK } of page.Items ?? []) people.push(PK?.S ?? '');
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return people;
};

it('takes everybody once, with every child under 256 MB', async () => {
  const asOf = new Date((endDay - 6) * 86_400_000 - 1).toISOString();
  const request = { asOf, triggerTraining: false, idempotencyKey: 'load' };
  const started = await invoke(aws, 'prepareTrainingData', request);
  expect(started.statusCode).toBe(202);
  await aws.settled();
  const executionArn = String(started.body['executionArn']);
  const sfn = new SFNClient(aws.client);
  const { status, cause } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  expect(status, cause).toBe('SUCCEEDED');

  const { body } = await invoke(aws, 'prepareTrainingData', request);
  expect(body).toMatchObject({ usersConsidered: users, usersFailed: 0 });
  const people = await peopleInLineage();
  expect(new Set(people).size).toBe(people.length);
  expect(people.length).toBeGreaterThan(users / 2);

  const log = await readFile(path.join(aws.dataDir, 'logs', 'mindmate-extractTrainingShard.log'), 'utf8');
  const heapsMb = [...log.matchAll(/Max Memory Used: (\d+) MB/g)].map(([, used]) => Number(used));
  expect(heapsMb.length).toBeGreaterThan(0);
  expect(Math.max(...heapsMb)).toBeLessThan(childMemoryMb);
}, 7_200_000);
