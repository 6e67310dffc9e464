import { AwsError } from '../protocol/aws-error.ts';
import { type JsonOperation, parseInput } from '../protocol/aws-json-service.ts';
import {
  describeEndpoint,
  describeEndpointConfig,
  describeModel,
  endpointArn,
  endpointConfigArn,
  modelArn,
} from './endpoint.ts';
import {
  CreateEndpointConfigInput,
  CreateModelInput,
  EndpointConfigName,
  EndpointInput,
  EndpointName,
  ModelName,
} from './endpoint-inputs.ts';
import type { Endpoints } from './endpoints.ts';
import type { HostingStore } from './hosting-store.ts';
import { listPage } from './list-page.ts';

const required = <Item>(item: Item | undefined, what: string): Item => {
  if (item === undefined) throw new AwsError('ValidationException', `Could not find ${what}.`);
  return item;
};

/** SageMaker's operations on models, endpoint configurations and endpoints. */
export const hostingOperations = (
  store: HostingStore,
  endpoints: Endpoints,
): Readonly<Record<string, JsonOperation>> => {
  const model = (input: unknown) => {
    const name = parseInput(ModelName, input).ModelName;
    return required(store.models.find(name), `model "${modelArn(name)}"`);
  };
  const config = (input: unknown) => {
    const name = parseInput(EndpointConfigName, input).EndpointConfigName;
    return required(store.configs.find(name), `endpoint configuration "${endpointConfigArn(name)}"`);
  };
  const endpoint = (input: unknown) => {
    const name = parseInput(EndpointName, input).EndpointName;
    return required(store.endpoints.find(name), `endpoint "${endpointArn(name)}"`);
  };
  const target = (input: unknown) => {
    const names = parseInput(EndpointInput, input);
    return { endpointName: names.EndpointName, configName: names.EndpointConfigName };
  };
  return {
    CreateModel: async (input) => {
      const request = parseInput(CreateModelInput, input);
      await store.createModel(request);
      return { ModelArn: modelArn(request.ModelName) };
    },
    DescribeModel: (input) => describeModel(model(input)),
    DeleteModel: (input) => store.models.remove(model(input).request.ModelName),
    ListModels: (input) =>
      listPage(input, 'Models', {
        items: store.models.all().map((item) => ({ ...describeModel(item), Name: item.request.ModelName })),
        keep: ['ModelName', 'ModelArn', 'CreationTime'],
      }),
    CreateEndpointConfig: (input) => {
      const request = parseInput(CreateEndpointConfigInput, input);
      store.createConfig(request);
      return { EndpointConfigArn: endpointConfigArn(request.EndpointConfigName) };
    },
    DescribeEndpointConfig: (input) => describeEndpointConfig(config(input)),
    DeleteEndpointConfig: (input) => store.configs.remove(config(input).request.EndpointConfigName),
    ListEndpointConfigs: (input) =>
      listPage(input, 'EndpointConfigs', {
        items: store.configs
          .all()
          .map((item) => ({ ...describeEndpointConfig(item), Name: item.request.EndpointConfigName })),
        keep: ['EndpointConfigName', 'EndpointConfigArn', 'CreationTime'],
      }),
    CreateEndpoint: (input) => {
      endpoints.create(target(input));
      return { EndpointArn: endpointArn(target(input).endpointName) };
    },
    UpdateEndpoint: (input) => {
      endpoints.update(target(input));
      return { EndpointArn: endpointArn(target(input).endpointName) };
    },
    DescribeEndpoint: (input) => {
      const found = endpoint(input);
      return describeEndpoint(found, store.configs.find(found.configName));
    },
    DeleteEndpoint: (input) => endpoints.remove(endpoint(input).request.EndpointName),
    ListEndpoints: (input) =>
      listPage(input, 'Endpoints', {
        items: store.endpoints.all().map((item) => ({
          ...describeEndpoint(item, undefined),
          Name: item.request.EndpointName,
          Status: item.status,
        })),
        keep: ['EndpointName', 'EndpointArn', 'EndpointStatus', 'CreationTime', 'LastModifiedTime'],
      }),
  };
};
