import * as z from 'zod';
import { localAccountId, localRegion } from '../resource-names.ts';
import { CreateEndpointConfigInput, CreateModelInput, EndpointInput } from './endpoint-inputs.ts';

const sageMakerArn = (kind: string, name: string): string =>
  `arn:aws:sagemaker:${localRegion}:${localAccountId}:${kind}/${name}`;

export const modelArn = (name: string): string => sageMakerArn('model', name);
export const endpointConfigArn = (name: string): string => sageMakerArn('endpoint-config', name);
export const endpointArn = (name: string): string => sageMakerArn('endpoint', name);

const status = z.enum(['Creating', 'Updating', 'InService', 'Failed', 'Deleting']);
export type EndpointStatus = z.infer<typeof status>;

/** What is kept of a model; times are epoch milliseconds. */
export const StoredModel = z.object({ request: CreateModelInput, createdAt: z.number() });
export type StoredModel = z.infer<typeof StoredModel>;

export const StoredEndpointConfig = z.object({ request: CreateEndpointConfigInput, createdAt: z.number() });
export type StoredEndpointConfig = z.infer<typeof StoredEndpointConfig>;

export const StoredEndpoint = z.object({
  request: EndpointInput,
  /** In use; `request` names the one it was created with. */
  configName: z.string(),
  /** On its way in, while the status is Updating. */
  nextConfigName: z.string().optional(),
  status,
  /** Why it failed, or, while it is InService, why the last update did. */
  failureReason: z.string().optional(),
  createdAt: z.number(),
  modifiedAt: z.number(),
});
export type StoredEndpoint = z.infer<typeof StoredEndpoint>;

const seconds = (at: number): number => at / 1000;

export const describeModel = ({ request, createdAt }: StoredModel) => ({
  ...request,
  ModelArn: modelArn(request.ModelName),
  CreationTime: seconds(createdAt),
});

export const describeEndpointConfig = ({ request, createdAt }: StoredEndpointConfig) => ({
  ...request,
  EndpointConfigArn: endpointConfigArn(request.EndpointConfigName),
  CreationTime: seconds(createdAt),
});

/** @param config - the one in use; absent when it was deleted */
export const describeEndpoint = (endpoint: StoredEndpoint, config: StoredEndpointConfig | undefined) => ({
  EndpointName: endpoint.request.EndpointName,
  EndpointArn: endpointArn(endpoint.request.EndpointName),
  EndpointConfigName: endpoint.configName,
  EndpointStatus: endpoint.status,
  ...(endpoint.failureReason === undefined ? {} : { FailureReason: endpoint.failureReason }),
  ProductionVariants: config?.request.ProductionVariants.map((variant) => ({
    VariantName: variant.VariantName,
    CurrentWeight: 1,
    DesiredWeight: 1,
    ...(variant.ServerlessConfig === undefined
      ? { CurrentInstanceCount: variant.InitialInstanceCount ?? 1 }
      : { CurrentServerlessConfig: variant.ServerlessConfig }),
  })),
  CreationTime: seconds(endpoint.createdAt),
  LastModifiedTime: seconds(endpoint.modifiedAt),
});
