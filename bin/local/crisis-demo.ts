import { setTimeout as pause } from 'node:timers/promises';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { DescribeTrainingJobCommand } from '@aws-sdk/client-sagemaker';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { generatePopulation } from '../../ml/synthetic/population.ts';
import { demoCatalog as catalog, type DemoClients, type DemoContext } from './demo-context.ts';
import { choosePopulation, type DemoData, readDemoData, writeDemoData } from './demo-data.ts';
import { type DemoResult, PrepareAnswer, RegisteredModel } from './demo-result.ts';
import { bestPossibleAuc, judgePopulation } from './judge-person.ts';
import { loadPopulation } from './load-population.ts';
import { validationPeople } from './validation-people.ts';

const millisecondsPerDay = 86_400_000;
const jobPollMs = 300;

const load = async ({ clients, options, progress, signal }: DemoContext): Promise<DemoData> => {
  const existing = await readDemoData(options.dataDir);
  const data = choosePopulation(existing, options, Math.floor(Date.now() / millisecondsPerDay));
  if (data.loaded) {
    progress.step(
      `Reusing ${options.dataDir}: ${data.users} people made with seed ${data.seed} (--fresh starts over)`,
    );
    return data;
  }
  progress.step(
    `Making ${data.users} people with ${data.days} days each (seed ${data.seed}) and putting them into ${catalog.tables.app.name}`,
  );
  await writeDemoData(options.dataDir, data);
  const items = await loadPopulation(
    generatePopulation(data),
    { client: clients.documents, tableName: catalog.tables.app.name, signal },
    (users) => progress.tick(users, data.users, 'people'),
  );
  const loaded = { ...data, loaded: true };
  await writeDemoData(options.dataDir, loaded);
  progress.done(`${items.toLocaleString('en')} items`);
  return loaded;
};

/** Data made on an earlier day need their own cut-off, or the look-ahead would be empty. */
const asOfFor = (data: DemoData): { asOf?: string } => {
  const today = Math.floor(Date.now() / millisecondsPerDay);
  if (data.endDay >= today - 2) return {};
  return { asOf: new Date((data.endDay - 6) * millisecondsPerDay - 1).toISOString() };
};

const prepare = async (
  clients: DemoClients,
  request: object,
  signal: AbortSignal,
): Promise<PrepareAnswer> => {
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
  clients: DemoClients,
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
 * From made people to a judged model, through the doors that anybody would use.
 *
 * @throws {UsageError} when other people were asked for than the data directory holds
 */
export const runCrisisDemo = async (context: DemoContext): Promise<DemoResult> => {
  const { clients, progress, signal } = context;
  const data = await load(context);

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
  return { data, request, answer, model, bestAuc };
};
