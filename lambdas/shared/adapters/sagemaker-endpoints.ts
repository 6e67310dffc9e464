import { createHash } from 'node:crypto';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DeleteEndpointCommand,
  type SageMakerClient,
  UpdateEndpointCommand,
} from '@aws-sdk/client-sagemaker';
import type { ModelEndpoints } from '../ports/model-endpoints.ts';
import {
  deploymentConfig,
  type EndpointSettings,
  productionVariant,
  type ServingIdentity,
} from './endpoint-settings.ts';
import { isValidationError, makeSageMakerEndpointChanges } from './sagemaker-endpoint-changes.ts';

const tags = [{ Key: 'application', Value: 'wellcast' }];

/** Endpoints of Amazon SageMaker: serverless, or real-time with blue/green deployment. */
export const makeSageMakerEndpoints = (options: {
  client: SageMakerClient;
  identity: ServingIdentity;
  settings: EndpointSettings;
}): ModelEndpoints => {
  const { client, identity, settings } = options;
  const DeploymentConfig = deploymentConfig(settings);
  const digest = createHash('sha256')
    .update(JSON.stringify([identity, settings]))
    .digest('hex')
    .slice(0, 8);
  return {
    configNameOf: (version) => `${identity.endpointName}-v${version}-${digest}`,
    prepare: async ({ configName, modelDataUrl }) => {
      await unlessExists(() =>
        client.send(
          new CreateModelCommand({
            ModelName: configName,
            ExecutionRoleArn: identity.roleArn,
            PrimaryContainer: { Image: identity.image, ModelDataUrl: modelDataUrl },
            // A serverless endpoint knows no network isolation.
            EnableNetworkIsolation: settings.mode === 'real-time',
            Tags: tags,
          }),
        ),
      );
      await unlessExists(() =>
        client.send(
          new CreateEndpointConfigCommand({
            EndpointConfigName: configName,
            ProductionVariants: [productionVariant(configName, identity, settings)],
            Tags: tags,
          }),
        ),
      );
    },
    describe: makeSageMakerEndpointChanges(client).describe,
    create: async (EndpointName, EndpointConfigName) => {
      await client.send(new CreateEndpointCommand({ EndpointName, EndpointConfigName, Tags: tags }));
    },
    update: async (EndpointName, EndpointConfigName) => {
      await client.send(
        new UpdateEndpointCommand({
          EndpointName,
          EndpointConfigName,
          ...(DeploymentConfig === undefined ? {} : { DeploymentConfig }),
        }),
      );
    },
    remove: async (EndpointName) => {
      await client.send(new DeleteEndpointCommand({ EndpointName }));
    },
  };
};

const unlessExists = async (create: () => Promise<unknown>): Promise<void> => {
  try {
    await create();
  } catch (error) {
    if (!isValidationError(error, /already exist/i)) throw error;
  }
};
