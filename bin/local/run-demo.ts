import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { makeCatalog } from '../../lib/catalog.ts';
import { Config } from '../../lib/config.ts';
import type { LocalAws } from '../../local/start-local-aws.ts';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { makeProgress, type Progress } from '../cli/progress.ts';
import { choosePopulation, type DemoData, readDemoData, writeDemoData } from './demo-data.ts';
import { type DemoResult, PrepareAnswer, RegisteredModel } from './demo-result.ts';
import { bestPossibleAuc, judgePopulation } from './judge-person.ts';
import { loadPopulation } from './load-population.ts';
import type { LocalOptions } from './run-local.ts';
import { summarise } from './summary.ts';
import { validationPeople } from './validation-people.ts';

const catalog = makeCatalog(Config.parse({}));
const millisecondsPerDay = 86_400_000;
const jobPollMs = 300;

/** Everything that the demonstration talks to: ordinary SDK clients pointed at the local endpoint. */
const makeClients = (aws: LocalAws) => {
  const connection = {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  return {
    documents: DynamoDBDocumentClient.from(new DynamoDBClient(connection), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    lambda: new LambdaClient({ ...connection, maxAttempts: 1, requestHandler: { requestTimeout: 960_000 } }),
    sageMaker: new SageMakerClient(connection),
  };
};
type Clients = ReturnType<typeof makeClients>;

const load = async (
  clients: Clients,
  options: LocalOptions,
  run: { progress: Progress; signal: AbortSignal },
): Promise<DemoData> => {
  const existing = await readDemoData(options.dataDir);
  const data = choosePopulation(existing, options, Math.floor(Date.now() / millisecondsPerDay));
  if (data.loaded) {
    run.progress.step(
      `Reusing ${options.dataDir}: ${data.users} people made with seed ${data.seed} (--fresh starts over)`,
    );
    return data;
  }
  run.progress.step(
    `Making ${data.users} people with ${data.days} days each (seed ${data.seed}) and putting them into ${catalog.tables.app.name}`,
  );
  await writeDemoData(options.dataDir, data);
  const items = await loadPopulation(
    generatePopulation(data),
    { client: clients.documents, tableName: catalog.tables.app.name, signal: run.signal },
    (users) => run.progress.tick(users, data.users, 'people'),
  );
  const loaded = { ...data, loaded: true };
  await writeDemoData(options.dataDir, loaded);
  run.progress.done(`${items.toLocaleString('en')} items`);
  return loaded;
};

/** Data made on an earlier day need their own cut-off, or the look-ahead would be empty. */
const asOfFor = (data: DemoData): { asOf?: string } => {
  const today = Math.floor(Date.now() / millisecondsPerDay);
  if (data.endDay >= today - 2) return {};
  return { asOf: new Date((data.endDay - 6) * millisecondsPerDay - 1).toISOString() };
};

const prepare = async (clients: Clients, request: object, signal: AbortSignal): Promise<PrepareAnswer> => {
  const response = await clients.lambda.send(
    new InvokeCommand({
      FunctionName: catalog.functions.prepareTrainingData.name,
      Payload: Buffer.from(JSON.stringify(request)),
    }),
    { abortSignal: signal },
  );
  const answer: unknown = JSON.parse(Buffer.from(response.Payload ?? []).toString('utf8'));
  const parsed = PrepareAnswer.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Error(`${catalog.functions.prepareTrainingData.name} answered ${JSON.stringify(answer)}`);
};

const waitForModel = async (
  clients: Clients,
  jobName: string,
  signal: AbortSignal,
): Promise<RegisteredModel> => {
  for (;;) {
    const job = await clients.sageMaker.send(new DescribeTrainingJobCommand({ TrainingJobName: jobName }));
    if (job.TrainingJobStatus === 'Failed' || job.TrainingJobStatus === 'Stopped') {
      throw new Error(
        `training job ${jobName} ended as ${job.TrainingJobStatus}: ${job.FailureReason ?? 'no reason given'}`,
      );
    }
    if (job.TrainingJobStatus === 'Completed') {
      const { Items = [] } = await clients.documents.send(
        new QueryCommand({
          TableName: catalog.tables.modelRegistry.name,
          KeyConditionExpression: 'modelName = :crisis',
          FilterExpression: 'jobName = :job',
          ExpressionAttributeValues: { ':crisis': 'crisis', ':job': jobName },
        }),
      );
      if (Items[0]) return RegisteredModel.parse(Items[0]);
    }
    await pause(jobPollMs, undefined, { signal });
  }
};

/**
 * The pipeline run once, from made people to a judged model, through the doors that anybody would use.
 *
 * @throws {UsageError} when other people were asked for than the data directory holds
 */
export const runDemo = async (aws: LocalAws, options: LocalOptions, signal: AbortSignal): Promise<void> => {
  const progress = makeProgress(process.stderr, Date.now);
  const clients = makeClients(aws);
  process.stderr.write(
    `wellcast: AWS on ${aws.endpoint}, HTTP front on ${aws.apiEndpoint}, data in ${options.dataDir}\n`,
  );

  const data = await load(clients, options, { progress, signal });

  progress.step(`Preparing training data: ${catalog.functions.prepareTrainingData.name}`);
  const request = asOfFor(data);
  const answer = await prepare(clients, request, signal);
  progress.done(
    `${answer.body.totalSamples.toLocaleString('en')} rows from ${answer.body.usersConsidered.toLocaleString('en')} people`,
  );

  const jobName = answer.body.trainingJobName;
  if (jobName === undefined)
    throw new Error(`no training job was started: ${JSON.stringify(answer.body.trainingError)}`);
  progress.step(`Training on SageMaker: ${jobName}`);
  const model = await waitForModel(clients, jobName, signal);
  progress.done(`version ${model.version} ${model.status}`);

  const { timestamp } = answer.body;
  const heldBack = await validationPeople(clients.documents, catalog.tables.sampleLineage.name, timestamp);
  const bestAuc = bestPossibleAuc(judgePopulation(data, (userId) => heldBack.has(userId)));
  const result: DemoResult = { data, request, answer, model, bestAuc };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `\n${summarise(result, aws)}\n`);
};
