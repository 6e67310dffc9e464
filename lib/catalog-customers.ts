import type { EndpointSpec } from './catalog-doors.ts';
import type { CustomerFunctionId, CustomerTableId, EndpointId } from './catalog-ids.ts';
import type { Catalog, FunctionSpec, RuleSpec } from './catalog-shapes.ts';
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

/** What the function that deploys is told of an endpoint's machines, as `EndpointSettings` reads it. */
const endpointSettings = (config: Config, { alarms }: EndpointSpec): string =>
  JSON.stringify(
    config.endpointMode === 'serverless'
      ? {
          mode: 'serverless',
          memoryMb: config.endpointMemoryMb,
          maxConcurrency: config.endpointMaxConcurrency,
        }
      : {
          mode: 'real-time',
          instanceType: config.endpointInstanceType,
          instanceCount: config.endpointInstanceCount,
          alarmNames: alarms.map(({ name }) => name),
        },
  );

/**
 * The functions that predict, deploy and roll back.
 *
 * @param config - names and settings of the stage
 */
export const customerFunctions = (config: Config): Readonly<Record<CustomerFunctionId, FunctionSpec>> => {
  const { customerHealth } = customerEndpoints(config);
  const described = (id: CustomerFunctionId, folder: string, description: string) => ({
    name: ownName(config, id),
    stack: 'customers' as const,
    entry: `lambdas/${folder}/handler.ts`,
    description,
    memoryMb: 512,
  });
  return {
    predictCustomerHealth: {
      ...described(
        'predictCustomerHealth',
        'predict-customer-health',
        'What to expect of customers, by the deployed model',
      ),
      timeoutSeconds: 60,
      environment: { ENDPOINT_NAME: { endpoint: 'customerHealth' } },
      access: [{ endpoint: 'customerHealth', actions: ['InvokeEndpoint'] }],
    },
    deployApprovedModel: {
      ...described(
        'deployApprovedModel',
        'deploy-approved-model',
        'Puts an approved version behind its endpoint, which the first one creates',
      ),
      timeoutSeconds: 120,
      environment: {
        ENDPOINT_NAME: { endpoint: 'customerHealth' },
        VARIANT_NAME: customerHealth.variantName,
        ENDPOINT_SETTINGS: endpointSettings(config, customerHealth),
        SERVING_IMAGE: { training: 'imageUri' },
        SERVING_ROLE_ARN: { training: 'servingRoleArn' },
        MODEL_REGISTRY_TABLE: { table: 'modelRegistry' },
        ENDPOINT_DEPLOYMENTS_TABLE: { table: 'endpointDeployments' },
      },
      access: [
        { table: 'modelRegistry', actions: ['GetItem', 'Query'] },
        { table: 'endpointDeployments', actions: ['GetItem', 'PutItem'] },
        {
          endpoint: 'customerHealth',
          actions: [
            'DescribeEndpoint',
            'CreateEndpoint',
            'UpdateEndpoint',
            'DeleteEndpoint',
            'CreateEndpointConfig',
            'CreateModel',
            'AddTags',
          ],
        },
      ],
    },
    rollBackEndpoint: {
      ...described(
        'rollBackEndpoint',
        'roll-back-endpoint',
        'Puts the version before back when an alarm says that the one behind an endpoint is bad',
      ),
      timeoutSeconds: 60,
      environment: {
        ENDPOINT_NAME: { endpoint: 'customerHealth' },
        ENDPOINT_ALARMS: customerHealth.alarms.map(({ name }) => name).join(','),
        ENDPOINT_DEPLOYMENTS_TABLE: { table: 'endpointDeployments' },
        ALERT_TOPIC_ARN: { topic: 'alerts' },
      },
      access: [
        { table: 'endpointDeployments', actions: ['GetItem', 'PutItem'] },
        { endpoint: 'customerHealth', actions: ['DescribeEndpoint', 'UpdateEndpoint'] },
        { topic: 'alerts', actions: ['Publish'] },
      ],
    },
  };
};

/**
 * What deploys and what rolls back.
 *
 * @param config - prefix of the stage
 */
export const customerRules = (config: Config): readonly RuleSpec[] => {
  const { customerHealth } = customerEndpoints(config);
  return [
    {
      name: `${config.prefix}-model-approved`,
      description: 'Every approval of a customer-health model',
      source: 'wellcast.models',
      detailType: 'Model Approved',
      detailPrefixes: { modelName: customerHealth.modelName },
      target: 'deployApprovedModel',
    },
    {
      name: `${config.prefix}-endpoint-alarm`,
      description: 'Every alarm that an endpoint raises',
      source: 'aws.cloudwatch',
      detailType: 'CloudWatch Alarm State Change',
      detailPrefixes: { alarmName: `${customerHealth.name}-`, 'state.value': 'ALARM' },
      target: 'rollBackEndpoint',
    },
  ];
};
