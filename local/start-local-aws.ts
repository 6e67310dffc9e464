import path from 'node:path';
import { makeCatalog } from '../lib/catalog.ts';
import { makeDashboardFront } from './dashboard/dashboard-front.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { createTables } from './dynamodb/create-tables.ts';
import { makeEmbeddedDynamoDb } from './dynamodb/embedded-dynamodb.ts';
import { makeRemoteDynamoDb } from './dynamodb/remote-dynamodb.ts';
import { makeEventBus } from './eventbridge/event-bus.ts';
import { makeEventBridgeService } from './eventbridge/eventbridge-service.ts';
import { fireRates } from './eventbridge/fire-rates.ts';
import { makeFireSchedule } from './eventbridge/fire-schedule.ts';
import { makeObjectAnnouncer } from './eventbridge/object-announcer.ts';
import { makeHttpFront } from './http-front/http-front.ts';
import { openStreamDeadLetters, withQueues } from './kinesis/dead-letters.ts';
import { makeKinesisService } from './kinesis/kinesis-service.ts';
import { startStreamPollers } from './kinesis/stream-sources.ts';
import { openStreams } from './kinesis/streams.ts';
import { makeKmsService } from './kms/kms-service.ts';
import { clientVariables } from './lambda/function-variables.ts';
import { makeLambdaFunctions } from './lambda/lambda-functions.ts';
import { makeLambdaService } from './lambda/lambda-service.ts';
import { listen } from './listen.ts';
import type { LocalAws, LocalAwsOptions } from './local-aws.ts';
import { localAccountId, localRegion, makeResourceNames } from './resource-names.ts';
import { makeRouter } from './router.ts';
import { makeS3Service } from './s3/s3-service.ts';
import { makeHosting } from './sagemaker/hosting.ts';
import { makeSageMakerService } from './sagemaker/sagemaker-service.ts';
import { makeTrainingJobs } from './sagemaker/training-jobs.ts';
import { makeSecretsManagerService } from './secrets-manager/secrets-manager-service.ts';
import { makeSnsService } from './sns/sns-service.ts';
import { startQueuePollers } from './sqs/queue-sources.ts';
import { openQueues } from './sqs/queues.ts';
import { makeSqsService } from './sqs/sqs-service.ts';
import { openStepFunctions } from './step-functions/open-step-functions.ts';
import { makeStsService } from './sts/sts-service.ts';

const containerCommand = ['node', 'ml/container/start.ts'];

/**
 * Starts the catalogue's part of AWS on 127.0.0.1: one port for every service, another for the HTTP front.
 *
 * @throws {LocalStartupError} port-in-use, port-unavailable, folder-not-writable, data-dir-in-use,
 *   unsupported-setting
 */
export const startLocalAws = async (options: LocalAwsOptions): Promise<LocalAws> => {
  const { config, catalog = makeCatalog(config), onEvent: emit = () => {} } = options;
  const dataDir = path.resolve(options.dataDir);
  const inData = (name: string) => path.join(dataDir, name);
  let endpoint = '';
  const names = makeResourceNames(catalog, () => endpoint);
  await using stack = new AsyncDisposableStack();
  stack.defer(await lockDataFolder(dataDir));

  const remote = process.env.DYNAMODB_ENDPOINT;
  const dynamoDb = remote ? makeRemoteDynamoDb(remote) : makeEmbeddedDynamoDb(inData('dynamodb'));
  stack.defer(() => dynamoDb.close());
  const announcer = makeObjectAnnouncer(catalog.buckets, () => bus);
  const s3 = await makeS3Service({
    folder: inData('s3'),
    region: localRegion,
    onObjectCreated: announcer.announce,
  });
  stack.defer(() => s3.close());

  const functions = await makeLambdaFunctions({
    catalog,
    dataDir,
    names,
    emit,
    endpoint: () => endpoint,
    environmentsPerFunction: options.environmentsPerFunction ?? 1,
    retryDelaysMs: options.retryDelaysMs ?? [1000, 2000],
  });
  stack.defer(() => functions.close());
  const bus = makeEventBus(catalog, functions, names);
  const jobs = makeTrainingJobs({
    dataDir,
    s3,
    bus,
    emit,
    command: options.trainingCommand ?? [...containerCommand, 'train'],
  });
  stack.defer(() => jobs.close());
  const hosting = makeHosting({
    dataDir,
    s3,
    bus,
    emit,
    specs: Object.values(catalog.endpoints),
    command: options.servingCommand ?? [...containerCommand, 'serve'],
    startupMs: options.servingStartupMs ?? 30_000,
  });
  stack.defer(() => hosting.close());
  const deadLetters = await openStreamDeadLetters(inData('sqs'), Object.values(catalog.streams));
  const stepFunctions = openStepFunctions({
    catalog,
    folder: inData('step-functions'),
    names,
    functions,
    s3,
    maxWaitMs: options.retryDelaysMs?.at(-1) ?? 2000,
    emit,
  });
  stack.defer(() => stepFunctions.executions.close());
  const ownQueues = await openQueues(inData('sqs'), Object.values(catalog.queues), emit);
  const queues = withQueues(ownQueues, deadLetters.values());
  const streams = await openStreams(inData('kinesis'), Object.values(catalog.streams));
  stack.defer(() => streams.close());
  const services = [
    dynamoDb,
    s3,
    makeLambdaService(functions, names),
    makeSageMakerService({ jobs, hosting: hosting.operations, invoke: hosting.invoke, close: jobs.close }),
    makeEventBridgeService(bus),
    makeSnsService({ folder: inData('outbox'), topics: catalog.topics, emit }),
    makeSqsService(queues, (name) => `${endpoint}/${localAccountId}/${name}`),
    makeKinesisService(streams),
    makeSecretsManagerService(catalog.secrets),
    makeKmsService({ folder: inData('kms'), keys: catalog.keys }),
    stepFunctions.service,
    makeStsService(),
  ];
  const server = await listen(options.port, makeRouter(services));
  stack.defer(() => server.close());
  endpoint = server.url;
  const { routes, deviceAuthorizer } = catalog;
  const front = await makeHttpFront({ dataDir, routes, deviceAuthorizer, functions, names });
  const dashboard = makeDashboardFront(dataDir);
  stack.defer(() => dashboard.close());
  const api = await listen(options.apiPort, dashboard.before(front));
  stack.defer(() => api.close());

  for (const name of await createTables(endpoint, Object.values(catalog.tables))) {
    emit({ kind: 'table-created', name });
  }
  for (const bucket of Object.values(catalog.buckets)) {
    const name = bucket.name.replaceAll('{account}', localAccountId);
    await s3.createBucket(name, { versioned: bucket.versioned, lockDays: bucket.lockDays });
  }
  const pollers = startQueuePollers({
    queues,
    functions,
    names,
    concurrency: options.environmentsPerFunction ?? 1,
    // AWS: the visibility timeout, which leaves time for what a failed attempt holds to be free again.
    retryDelaySeconds: (options.retryDelaysMs?.[0] ?? 5000) / 1000,
  });
  for (const poller of pollers) stack.defer(() => poller.close());
  const streamPollers = await startStreamPollers({
    streams,
    functions,
    names,
    retryDelayMs: options.retryDelaysMs?.[0] ?? 1000,
    deadLetters,
    onDiscard: (queue) => emit({ kind: 'dead-letter-message', queue }),
  });
  for (const poller of streamPollers) stack.defer(() => poller.close());
  await functions.resume();
  jobs.resume();
  hosting.resume();
  stepFunctions.executions.resume();

  const fireSchedule = makeFireSchedule({ catalog, functions, queues, names });
  if (options.firesRates) {
    stack.defer(fireRates(catalog.schedules, (name) => fireSchedule(name, Date.now())));
  }
  const running = stack.move();
  return {
    endpoint,
    apiEndpoint: api.url,
    dashboard: { address: `${api.url}${dashboard.loginPath}`, build: dashboard.build },
    accountId: localAccountId,
    region: localRegion,
    clientEnvironment: clientVariables(endpoint),
    schedules: catalog.schedules,
    fireSchedule: (name, scheduledAt = Date.now()) => fireSchedule(name, scheduledAt),
    settled: async () => {
      await jobs.delivered();
      await hosting.delivered();
      await announcer.settled();
      await functions.settled();
      await stepFunctions.executions.settled();
      await Promise.all([...pollers, ...streamPollers].map((poller) => poller.settled()));
    },
    close: () => running.disposeAsync(),
  };
};
