/** One step of the preparation benchmark, in a process of its own: `load` or `measure`, users, data directory. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { loadPopulation } from '../bin/local/load-population.ts';
import { makeCatalog } from '../lib/catalog.ts';
import { Config } from '../lib/config.ts';
import { startLocalAws } from '../local/start-local-aws.ts';
import { generatePopulation } from '../ml/synthetic/population.ts';

const [step, usersText, dataDir] = process.argv.slice(2);
const users = Number(usersText);
const oneByOneUsers = 25;
const config = Config.parse({});
const { functions, tables } = makeCatalog(config);
const endDay = Math.floor(Date.now() / 86_400_000) - 2;
const people = () => generatePopulation({ users, days: 180, seed: 1, endDay });

const aws = await startLocalAws({ port: 0, apiPort: 0, dataDir: dataDir!, config });
const connection = {
  endpoint: aws.endpoint,
  region: aws.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};
const lambda = new LambdaClient({
  ...connection,
  maxAttempts: 1,
  requestHandler: { requestTimeout: 3_600_000 },
});

const call = async (name: string, request: object) => {
  const response = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(request)) }),
  );
  const answer = JSON.parse(Buffer.from(response.Payload ?? []).toString('utf8'));
  if (answer?.statusCode !== 200) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
  return answer.body;
};

const measureOneByOne = async (): Promise<number> => {
  const ids = [...people().take(oneByOneUsers)]
    .filter((person) => !person.optedOut)
    .map((person) => person.userId);
  const extractors = [
    functions.extractMoodFeatures,
    functions.extractBehavioralFeatures,
    functions.extractSentimentFeatures,
  ];
  const startedAt = performance.now();
  for (const userId of ids) for (const { name } of extractors) await call(name, { userId });
  return (performance.now() - startedAt) / 1000 / ids.length;
};

if (step === 'load') {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(connection), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const target = { client, tableName: tables.app.name, signal: new AbortController().signal };
  await loadPopulation(people(), target, () => undefined);
} else {
  const startedAt = performance.now();
  const answer = await call(functions.prepareTrainingData.name, { triggerTraining: false });
  const seconds = (performance.now() - startedAt) / 1000;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const oneByOneSecondsPerUser = await measureOneByOne();
  process.stdout.write(
    JSON.stringify({ seconds, peakMb, rows: answer.totalSamples, oneByOneSecondsPerUser }),
  );
}
await aws.close();
