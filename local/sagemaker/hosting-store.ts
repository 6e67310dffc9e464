import path from 'node:path';
import { AwsError } from '../protocol/aws-error.ts';
import type { S3Access } from '../s3/s3-access.ts';
import {
  endpointConfigArn,
  modelArn,
  StoredEndpoint,
  StoredEndpointConfig,
  StoredModel,
} from './endpoint.ts';
import type { CreateEndpointConfigInput, CreateModelInput } from './endpoint-inputs.ts';
import { type NamedStore, openNamedStore } from './named-store.ts';
import { s3Location } from './s3-location.ts';

/** Models, endpoint configurations and endpoints, remembered for good. */
export interface HostingStore {
  readonly models: NamedStore<StoredModel>;
  readonly configs: NamedStore<StoredEndpointConfig>;
  readonly endpoints: NamedStore<StoredEndpoint>;
  /** @throws {AwsError} ValidationException when the name is taken or the archive is not there */
  createModel(request: CreateModelInput): Promise<void>;
  /** @throws {AwsError} ValidationException when the name is taken or a model is not there */
  createConfig(request: CreateEndpointConfigInput): void;
}

const refuse = (message: string): AwsError => new AwsError('ValidationException', message);

/** @param folder - created when absent */
export const openHostingStore = (folder: string, s3: S3Access): HostingStore => {
  const inStore = (kind: string) => path.join(folder, kind);
  const models = openNamedStore(inStore('models'), (content) => StoredModel.parse(content));
  const configs = openNamedStore(inStore('configs'), (content) => StoredEndpointConfig.parse(content));
  const endpoints = openNamedStore(inStore('endpoints'), (content) => StoredEndpoint.parse(content));
  return {
    models,
    configs,
    endpoints,
    createModel: async (request) => {
      const { ModelName: name, PrimaryContainer } = request;
      if (models.find(name) !== undefined)
        throw refuse(`Cannot create already existing model "${modelArn(name)}".`);
      const { bucket, key } = s3Location(PrimaryContainer.ModelDataUrl);
      const keys = await s3.listKeys(bucket, key).catch((): string[] => []);
      if (!keys.includes(key)) throw refuse(`Could not find model data at ${PrimaryContainer.ModelDataUrl}.`);
      models.save(name, { request, createdAt: Date.now() });
    },
    createConfig: (request) => {
      const { EndpointConfigName: name, ProductionVariants } = request;
      if (configs.find(name) !== undefined) {
        throw refuse(`Cannot create already existing endpoint configuration "${endpointConfigArn(name)}".`);
      }
      for (const { ModelName } of ProductionVariants) {
        if (models.find(ModelName) === undefined)
          throw refuse(`Could not find model "${modelArn(ModelName)}".`);
      }
      configs.save(name, { request, createdAt: Date.now() });
    },
  };
};
