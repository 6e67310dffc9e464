import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { makeBuildDataset } from '../shared/dataset-builds/build-dataset.ts';
import { makeRunBuildJob } from '../shared/dataset-builds/run-build-job.ts';
import { makeVersionStores, versionEnvironment } from '../shared/dataset-builds/version-stores.ts';
import { makePersonalSources, sourceEnvironment } from '../shared/features/make-personal-sources.ts';
import { makeStoredFeatureRows } from '../shared/features/stored-feature-rows.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { type LambdaContext, makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { isQueueEvent, makeQueueHandler } from '../shared/runtime/queue-event.ts';
import { parseBuildMessage } from './schema.ts';

const environment = parseEnvironment({ ...versionEnvironment, ...sourceEnvironment });
const telemetry = makeFunctionTelemetry('buildDatasetVersion');
const client = telemetry.traced(new DynamoDBClient(clientSettings()));
const stores = makeVersionStores(environment, {
  client,
  s3: telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 }))),
  telemetry,
});
const featureRows = makeStoredFeatureRows(makePersonalSources(client, environment));
const runJob = makeRunBuildJob({ ...stores, build: makeBuildDataset({ ...stores, featureRows }) });

const direct = makeHandler({
  telemetry,
  parse: parseBuildMessage,
  run: async ({ jobId }) => ({ isDone: await runJob(jobId) }),
});

const fromQueue = makeQueueHandler({
  telemetry,
  parse: (message) => [parseBuildMessage(message)],
  // One at a time: the rows of a large job fill the memory.
  run: (jobs) => mapWithLimit([...jobs], 1, ({ jobId }) => runJob(jobId)),
});

export const handler = (event: unknown, context: LambdaContext): Promise<unknown> =>
  isQueueEvent(event) ? fromQueue(event, context) : direct(event, context);
