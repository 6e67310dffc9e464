import type {
  Catalog,
  CustomerFunctionId,
  CustomerTableId,
  EndpointId,
  EndpointSpec,
  FunctionSpec,
  RuleSpec,
} from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { ownName } from './own-name.ts';

/**
 * Which configuration of an endpoint is in use, and which was before.
 *
 * @param config - prefix of the stage
 */
export const customerTables = (config: Config): Pick<Catalog['tables'], CustomerTableId> => ({
  endpointDeployments: {
    name: ownName(config, 'EndpointDeployments'),
    partitionKey: { name: 'endpointName', type: 'S' },
    indexes: [],
    purpose: 'The configuration each endpoint has and had before, to go back to. No personal data.',
  },
});

/**
 * Endpoints of SageMaker. None is there at the first deployment: the first approved model makes it.
 *
 * @param config - prefix of the stage
 */
export const customerEndpoints = (config: Config): Readonly<Record<EndpointId, EndpointSpec>> => {
  const name = `${config.prefix}-customer-health`;
  return {
    customerHealth: {
      name,
      modelName: 'customer-health',
      variantName: 'AllTraffic',
      alarms: [
        {
          name: `${name}-errors`,
          description: `The model behind ${name} answers with errors; the version before is put back. See "customer-health-errors" in docs/operate.md.`,
          metric: 'Invocation5XXErrors',
          threshold: 3,
          periodSeconds: 300,
        },
        {
          name: `${name}-latency`,
          description: `The model behind ${name} takes over a second on average; the version before is put back. See "customer-health-latency" in docs/operate.md.`,
          metric: 'ModelLatency',
          // Microseconds.
          threshold: 1_000_000,
          periodSeconds: 300,
        },
      ],
    },
  };
};

/**
 * The functions that predict, deploy and roll back.
 *
 * @param config - names and settings of the stage
 */
export const customerFunctions = (config: Config): Readonly<Record<CustomerFunctionId, FunctionSpec>> => ({
  predictCustomerHealth: {
    name: ownName(config, 'predictCustomerHealth'),
    stack: 'customers',
    entry: 'lambdas/predict-customer-health/handler.ts',
    description: 'What to expect of customers, by the deployed model',
    memoryMb: 512,
    timeoutSeconds: 60,
    environment: { ENDPOINT_NAME: { endpoint: 'customerHealth' } },
    access: [{ endpoint: 'customerHealth', actions: ['InvokeEndpoint'] }],
  },
});

/**
 * What deploys and what rolls back.
 *
 * @param config - prefix of the stage
 */
export const customerRules = (_config: Config): readonly RuleSpec[] => [];
