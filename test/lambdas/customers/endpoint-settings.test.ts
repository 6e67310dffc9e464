import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { describe, expect, it } from 'vitest';
import {
  deploymentConfig,
  EndpointSettings,
  productionVariant,
} from '../../../lambdas/shared/adapters/endpoint-settings.ts';
import { makeSageMakerEndpointChanges } from '../../../lambdas/shared/adapters/sagemaker-endpoint-changes.ts';
import { makeSageMakerEndpoints } from '../../../lambdas/shared/adapters/sagemaker-endpoints.ts';
import { makeCatalog } from '../../../lib/catalog.ts';
import { Config } from '../../../lib/config.ts';
import { serve } from '../../support/serve.ts';

const identity = { endpointName: 'health', variantName: 'AllTraffic', image: 'image:1', roleArn: 'arn:role' };
const settingsOf = (config: Parameters<typeof Config.parse>[0]) => {
  const { environment } = makeCatalog(Config.parse(config)).functions.deployApprovedModel;
  return EndpointSettings.parse(JSON.parse(String(environment['ENDPOINT_SETTINGS'])));
};

describe("an endpoint's settings", () => {
  it('are serverless unless told otherwise: paid by the request, without guardrails', () => {
    const settings = settingsOf({});
    expect(productionVariant('health-v1', identity, settings)).toEqual({
      VariantName: 'AllTraffic',
      ModelName: 'health-v1',
      ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 },
    });
    expect(deploymentConfig(settings)).toBeUndefined();
  });

  it('are real-time with a canary of half the traffic and the endpoint’s alarms, when wanted', () => {
    const settings = settingsOf({ endpointMode: 'real-time' });
    expect(productionVariant('health-v1', identity, settings)).toMatchObject({
      InstanceType: 'ml.m5.large',
      InitialInstanceCount: 2,
    });
    expect(deploymentConfig(settings)).toMatchObject({
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: {
          Type: 'CANARY',
          CanarySize: { Type: 'CAPACITY_PERCENT', Value: 50 },
          WaitIntervalInSeconds: 300,
        },
      },
      AutoRollbackConfiguration: {
        Alarms: [
          { AlarmName: 'mindmate-customer-health-errors' },
          { AlarmName: 'mindmate-customer-health-latency' },
        ],
      },
    });
  });

  it('send all traffic at once where one instance leaves no half', () => {
    const settings = settingsOf({ endpointMode: 'real-time', endpointInstanceCount: 1 });
    expect(deploymentConfig(settings)?.BlueGreenUpdatePolicy?.TrafficRoutingConfiguration).toMatchObject({
      Type: 'ALL_AT_ONCE',
    });
  });
});

describe('what SageMaker is asked for', () => {
  /** A SageMaker that takes everything and keeps what it was sent. */
  const recording = async () => {
    const sent: { operation: string; body: Record<string, unknown> }[] = [];
    const server = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const operation = String(request.headers['x-amz-target']).replace('SageMaker.', '');
        sent.push({ operation, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
        response.end('{}');
      });
    });
    const client = new SageMakerClient({
      endpoint: server.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    const close = async () => {
      client.destroy();
      await server.close();
    };
    return { client, sent, close };
  };

  it.each([
    ['serverless', false],
    ['real-time', true],
  ] as const)(
    'isolates a %s model from the network as far as SageMaker can: %s',
    async (endpointMode, isolated) => {
      const { client, sent, close } = await recording();
      const endpoints = makeSageMakerEndpoints({ client, identity, settings: settingsOf({ endpointMode }) });
      const configName = endpoints.configNameOf(3);
      await endpoints.prepare({ configName, modelDataUrl: 's3://models/3/model.tar.gz' });
      await endpoints.update('health', configName);
      await close();
      expect(configName).toMatch(/^health-v3-[0-9a-f]{8}$/);
      expect(sent.map(({ operation }) => operation)).toEqual([
        'CreateModel',
        'CreateEndpointConfig',
        'UpdateEndpoint',
      ]);
      expect(sent[0]?.body).toMatchObject({ ModelName: configName, EnableNetworkIsolation: isolated });
      expect('DeploymentConfig' in (sent[2]?.body ?? {})).toBe(isolated);
    },
  );

  it('brings a version back without the guardrails, whose alarm would stop it', async () => {
    const { client, sent, close } = await recording();
    await makeSageMakerEndpointChanges(client).update('health', 'health-v1');
    await close();
    expect(sent).toEqual([
      { operation: 'UpdateEndpoint', body: { EndpointName: 'health', EndpointConfigName: 'health-v1' } },
    ]);
  });

  it('names another configuration when settings or image change, and the same otherwise', () => {
    const client = new SageMakerClient({ region: 'us-east-1' });
    const nameOf = (image: string, config: Parameters<typeof settingsOf>[0]) =>
      makeSageMakerEndpoints({
        client,
        identity: { ...identity, image },
        settings: settingsOf(config),
      }).configNameOf(1);
    expect(nameOf('image:1', {})).toBe(nameOf('image:1', {}));
    expect(nameOf('image:2', {})).not.toBe(nameOf('image:1', {}));
    expect(nameOf('image:1', { endpointMemoryMb: 4096 })).not.toBe(nameOf('image:1', {}));
    client.destroy();
  });
});
