/** One step of the pipeline's benchmark, in a process of its own: `load` or `measure`, users, data directory. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { loadPopulation } from '../bin/local/load-population.ts';
import { makeCatalog } from '../lib/catalog.ts';
import { Config } from '../lib/config.ts';
import { startLocalAws } from '../local/start-local-aws.ts';
import { generatePopulation } from '../ml/synthetic/population.ts';

const [step, usersText, dataDir = ''] = process.argv.slice(2);
const users = Number(usersText);
const config = Config.parse({ directModeMaxUsers: 0 });
const { functions, tables } = makeCatalog(config);
const endDay = Math.floor(Date.now() / 86_400_000) - 2;

const aws = await startLocalAws({ port: 0, apiPort: 0, dataDir, config, environmentsPerFunction: 2 });
const connection = {
  endpoint: aws.endpoint,
  region: aws.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};

/** Of every invocation of a function: how long it took and what heap it had at its end. */
const reportsOf = (name: string) =>
  [
    ...readFileSync(path.join(dataDir, 'logs', `${name}.log`), 'utf8').matchAll(
      /REPORT .*\tDuration: ([\d.]+) ms\t.*\tMax Memory Used: (\d+) MB/g,
    ),
  ].map(([, durationMs, heapMb]) => ({ seconds: Number(durationMs) / 1000, heapMb: Number(heapMb) }));

const measure = async () => {
  const lambda = new LambdaClient(connection);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const response = await lambda.send(
    new InvokeCommand({
      FunctionName: functions.prepareTrainingData.name,
      Payload: Buffer.from(JSON.stringify({ triggerTraining: false })),
    }),
  );
  const { body } = JSON.parse(Buffer.from(response.Payload ?? []).toString('utf8'));
  await aws.settled();
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const execution = await new SFNClient(connection).send(
    new DescribeExecutionCommand({ executionArn: body.executionArn }),
  );
  if (execution.status !== 'SUCCEEDED') throw new Error(`${execution.error}: ${execution.cause}`);
  const answer = JSON.parse(execution.output ?? '');
  // Only then is the last line of each log on the disk.
  await aws.close();
  const extract = reportsOf(functions.extractTrainingShard.name);
  const write = reportsOf(functions.writeTrainingPart.name);
  const sum = (of: readonly { seconds: number }[]) => of.reduce((total, one) => total + one.seconds, 0);
  return {
    seconds,
    /** Of all threads, the engine's and the functions' too: does not grow when others use the machine. */
    cpuSeconds: (cpu.user + cpu.system) / 1_000_000,
    usersConsidered: answer.usersConsidered,
    rows: answer.totalSamples,
    children: extract.length,
    extractSeconds: sum(extract),
    planSeconds: sum(reportsOf(functions.planTrainingParts.name)),
    writeSeconds: sum(write),
    childHeapMb: Math.max(...[...extract, ...write].map(({ heapMb }) => heapMb)),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
};

if (step === 'load') {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(connection), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const target = { client, tableName: tables.app.name, signal: new AbortController().signal };
  await loadPopulation(generatePopulation({ users, days: 120, seed: 1, endDay }), target, () => undefined);
} else process.stdout.write(JSON.stringify(await measure()));
await aws.close();
