import type { DeploymentConfig, ProductionVariant } from '@aws-sdk/client-sagemaker';
import * as z from 'zod';

/** What an endpoint runs on; the catalogue writes it, the function that deploys reads it. */
export const EndpointSettings = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('serverless'),
    memoryMb: z.int(),
    maxConcurrency: z.int(),
  }),
  z.strictObject({
    mode: z.literal('real-time'),
    instanceType: z.string(),
    instanceCount: z.int(),
    /** Alarms that end a blue/green deployment and bring the old fleet back. */
    alarmNames: z.array(z.string()).min(1),
  }),
]);
export type EndpointSettings = z.infer<typeof EndpointSettings>;

/** Who serves, and where. */
export interface ServingIdentity {
  readonly endpointName: string;
  readonly variantName: string;
  readonly image: string;
  readonly roleArn: string;
}

type InstanceType = NonNullable<ProductionVariant['InstanceType']>;

/** The SDK lists the types of its day; SageMaker itself refuses one that it does not have. */
const instanceType = (name: string): InstanceType => name as InstanceType;

/** The one variant of an endpoint's configuration. */
export const productionVariant = (
  modelName: string,
  { variantName }: ServingIdentity,
  settings: EndpointSettings,
): ProductionVariant => ({
  VariantName: variantName,
  ModelName: modelName,
  ...(settings.mode === 'serverless'
    ? { ServerlessConfig: { MemorySizeInMB: settings.memoryMb, MaxConcurrency: settings.maxConcurrency } }
    : {
        InstanceType: instanceType(settings.instanceType),
        InitialInstanceCount: settings.instanceCount,
        ContainerStartupHealthCheckTimeoutInSeconds: 120,
      }),
});

const waitSeconds = 300;

/**
 * How a real-time endpoint changes: a second fleet, half of the traffic for five minutes where there is more than one
 * instance, then all of it, and back by itself when an alarm goes off. A serverless one knows no such guardrails.
 */
export const deploymentConfig = (settings: EndpointSettings): DeploymentConfig | undefined => {
  if (settings.mode === 'serverless') return undefined;
  return {
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration:
        settings.instanceCount > 1
          ? {
              Type: 'CANARY',
              CanarySize: { Type: 'CAPACITY_PERCENT', Value: 50 },
              WaitIntervalInSeconds: waitSeconds,
            }
          : { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: waitSeconds },
      TerminationWaitInSeconds: waitSeconds,
      MaximumExecutionTimeoutInSeconds: 3600,
    },
    AutoRollbackConfiguration: { Alarms: settings.alarmNames.map((AlarmName) => ({ AlarmName })) },
  };
};
