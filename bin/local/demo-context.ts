import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeCatalog } from '../../lib/catalog.ts';
import { Config } from '../../lib/config.ts';
import type { LocalAws } from '../../local/local-aws.ts';
import { makeProgress, type Progress } from '../cli/progress.ts';
import type { LocalOptions } from './run-local.ts';

/** Ordinary SDK clients pointed at the local endpoint. */
export interface DemoClients {
  readonly documents: DynamoDBDocumentClient;
  readonly lambda: LambdaClient;
  readonly sageMaker: SageMakerClient;
}

/** What each part of the demonstration works with. */
export interface DemoContext {
  readonly aws: LocalAws;
  readonly options: LocalOptions;
  readonly clients: DemoClients;
  readonly progress: Progress;
  /** Aborted when the person has had enough. */
  readonly signal: AbortSignal;
}

/** The catalogue that the local AWS is started with. */
export const demoCatalog = makeCatalog(Config.parse({}));

export const makeDemoContext = (aws: LocalAws, options: LocalOptions, signal: AbortSignal): DemoContext => {
  const connection = {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const clients = {
    documents: DynamoDBDocumentClient.from(new DynamoDBClient(connection), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    lambda: new LambdaClient({ ...connection, maxAttempts: 1, requestHandler: { requestTimeout: 960_000 } }),
    sageMaker: new SageMakerClient(connection),
  };
  return { aws, options, clients, progress: makeProgress(process.stderr, Date.now), signal };
};
