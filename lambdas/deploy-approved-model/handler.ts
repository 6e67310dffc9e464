import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import * as z from 'zod';
import { makeDynamoDbApprovedModels } from '../shared/adapters/dynamodb-approved-models.ts';
import { makeDynamoDbEndpointDeployments } from '../shared/adapters/dynamodb-endpoint-deployments.ts';
import { makeDynamoDbModelStages } from '../shared/adapters/dynamodb-model-stages.ts';
import { EndpointSettings } from '../shared/adapters/endpoint-settings.ts';
import { makeSageMakerEndpoints } from '../shared/adapters/sagemaker-endpoints.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeDeployApprovedModel } from './deploy-approved-model.ts';
import { parseDeployApprovedModel } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ENDPOINT_NAME: name,
  VARIANT_NAME: name,
  SERVING_IMAGE: name,
  SERVING_ROLE_ARN: name,
  MODEL_REGISTRY_TABLE: name,
  ENDPOINT_DEPLOYMENTS_TABLE: name,
  ENDPOINT_SETTINGS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(EndpointSettings),
});
const endpointName = environment.ENDPOINT_NAME;
const telemetry = makeFunctionTelemetry('deployApprovedModel');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));
const sageMaker = telemetry.traced(new SageMakerClient(clientSettings()));
const inRegistry = { client: dynamoDb, tableName: environment.MODEL_REGISTRY_TABLE };

export const handler = makeHandler({
  telemetry,
  parse: parseDeployApprovedModel,
  throwFailures: true,
  run: makeDeployApprovedModel({
    models: makeDynamoDbApprovedModels(inRegistry),
    stages: makeDynamoDbModelStages(inRegistry),
    endpoints: makeSageMakerEndpoints({
      client: sageMaker,
      identity: {
        endpointName,
        variantName: environment.VARIANT_NAME,
        image: environment.SERVING_IMAGE,
        roleArn: environment.SERVING_ROLE_ARN,
      },
      settings: environment.ENDPOINT_SETTINGS,
    }),
    deployments: makeDynamoDbEndpointDeployments({
      client: dynamoDb,
      tableName: environment.ENDPOINT_DEPLOYMENTS_TABLE,
    }),
    clock: systemClock,
    telemetry,
    endpointName,
  }),
});
