import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { account, region } from '../support/resolved-templates.ts';
import { type Synthesis, synthesise } from '../support/synthesise.ts';

const plain = synthesise();
const propertiesOf = ({ templates, wearablesStack }: Synthesis, type: string) =>
  templates.properties([wearablesStack], `AWS::${type}`);
const properties = (type: string) => propertiesOf(plain, type);
const only = <T>(items: readonly T[]): T => (items.length === 1 ? items[0]! : expect.fail(`${items.length}`));

/** From the issue: the watch's routes, with a token and, below /device, with a key. */
const expectedRoutes = ['/health-data', '/device/health-data'].flatMap((base) => [
  `POST ${base}/sync`,
  `POST ${base}/ingest`,
  `GET ${base}/history`,
  `GET ${base}/status`,
  `POST ${base}/feedback`,
]);

describe('the routes', () => {
  const routes = properties('ApiGatewayV2::Route').map((route) =>
    z.object({ RouteKey: z.string(), AuthorizationType: z.string() }).parse(route),
  );

  it('are those of the watch, once with a token and once with a device key', () => {
    expect(routes.map(({ RouteKey }) => RouteKey)).toEqual(expectedRoutes);
  });

  it('let nobody in without one of the two', () => {
    for (const { RouteKey, AuthorizationType } of routes) {
      expect([RouteKey, AuthorizationType]).toEqual([
        RouteKey,
        RouteKey.includes(' /device/') ? 'CUSTOM' : 'JWT',
      ]);
    }
  });

  it('go to the functions in payload format 2.0, which API Gateway alone may invoke so', () => {
    const integrations = properties('ApiGatewayV2::Integration');
    expect(integrations).toHaveLength(2);
    for (const integration of integrations) {
      expect(integration).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
    }
    const permissions = properties('Lambda::Permission');
    expect(permissions).toHaveLength(expectedRoutes.length + 1);
    for (const permission of permissions) {
      expect(permission).toMatchObject({
        Principal: 'apigateway.amazonaws.com',
        SourceArn: expect.stringMatching(new RegExp(`^arn:aws:execute-api:${region}:${account}:`)),
      });
    }
  });
});

describe('the authorisers', () => {
  const authorizers = (synthesis = plain) => propertiesOf(synthesis, 'ApiGatewayV2::Authorizer');

  it('believe tokens of a user pool of our own where no issuer is named', () => {
    const jwt = authorizers().find((one) => one['AuthorizerType'] === 'JWT');
    expect(jwt?.['JwtConfiguration']).toEqual({
      Issuer: expect.stringMatching(/^UserPool\w+\.ProviderURL$/),
      Audience: [expect.stringMatching(/^UserPoolApp\w+$/)],
    });
    expect(jwt?.['IdentitySource']).toEqual(['$request.header.Authorization']);
  });

  it('believe the issuer of the settings, and then no user pool is made', () => {
    const own = synthesise({ jwtIssuer: 'https://id.example.org/', jwtAudience: ['app', 'watch'] });
    const jwt = authorizers(own).find((one) => one['AuthorizerType'] === 'JWT');
    expect(jwt?.['JwtConfiguration']).toEqual({
      Issuer: 'https://id.example.org/',
      Audience: ['app', 'watch'],
    });
    expect(own.templates.properties([own.dataStack], 'AWS::Cognito::UserPool')).toEqual([]);
  });

  it('ask the function about device keys, and remember its answer for half a minute at most', () => {
    const device = authorizers().find((one) => one['AuthorizerType'] === 'REQUEST');
    expect(device).toMatchObject({
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      IdentitySource: ['$request.header.X-API-Key'],
      AuthorizerResultTtlInSeconds: 30,
      AuthorizerUri: expect.stringContaining('function:mindmate-authorizeDevice/invocations'),
    });
  });
});

describe('the stage', () => {
  const stage = only(properties('ApiGatewayV2::Stage'));

  it('throttles each route for itself, as the setting says', () => {
    const { templates, wearablesStack } = synthesise({ syncsPerSecond: 10 });
    const [slow] = templates.properties([wearablesStack], 'AWS::ApiGatewayV2::Stage');
    const limits = z.record(
      z.string(),
      z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
    );
    expect(Object.keys(limits.parse(stage['RouteSettings']))).toEqual(expectedRoutes);
    expect(limits.parse(stage['RouteSettings'])['POST /health-data/sync']).toEqual({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    expect(limits.parse(slow?.['RouteSettings'])['POST /health-data/sync']).toEqual({
      ThrottlingRateLimit: 10,
      ThrottlingBurstLimit: 20,
    });
  });

  it('writes down the route and nobody: no path, address, query, header or body', () => {
    const { AccessLogSettings } = z
      .object({ AccessLogSettings: z.object({ DestinationArn: z.string(), Format: z.string() }) })
      .parse(stage);
    expect(AccessLogSettings.DestinationArn).toContain('/aws/vendedlogs/mindmate-api');
    const variables = AccessLogSettings.Format.match(/\$context\.[\w.]+/g) ?? [];
    expect(variables).toContain('$context.routeKey');
    expect(
      variables.filter((name) => /path|identity|authorizer|sourceIp|userAgent|query|body/i.test(name)),
    ).toEqual([]);
  });

  it('is made after its routes, which it could not throttle otherwise', () => {
    const [resource] = plain.templates.resources(plain.wearablesStack, 'AWS::ApiGatewayV2::Stage').values();
    const routes = plain.templates.resources(plain.wearablesStack, 'AWS::ApiGatewayV2::Route').keys();
    expect(resource?.['DependsOn']).toEqual(expect.arrayContaining([...routes]));
  });
});

describe('provisioned concurrency', () => {
  it('is none unless set', () => {
    expect(properties('Lambda::Alias')).toEqual([]);
    expect(properties('Lambda::Version')).toEqual([]);
  });

  it('keeps the scoring function warm behind an alias that the routes lead to', () => {
    const warm = synthesise({ provisionedConcurrency: 2 });
    const aliases = warm.templates.resources(warm.wearablesStack, 'AWS::Lambda::Alias');
    const [[aliasId, alias] = []] = [...aliases];
    expect(alias?.Properties).toMatchObject({
      Name: 'live',
      FunctionName: 'health-anomaly-detector',
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
    });
    const uris = propertiesOf(warm, 'ApiGatewayV2::Integration').map((one) => one['IntegrationUri']);
    expect(uris).toEqual([aliasId, expect.stringContaining('mindmate-serveHealthHistory')]);
  });
});

describe('the model', () => {
  it('is read by version from the bucket, under its own prefix', () => {
    const detector = properties('Lambda::Function').find(
      (one) => one['FunctionName'] === 'health-anomaly-detector',
    );
    expect(detector?.['Environment']).toMatchObject({
      Variables: { ML_MODELS_BUCKET: `mindmate-ml-models-${account}`, MODEL_PATH: '' },
    });
    const folder = `s3://mindmate-ml-models-${account}/models/lstm-autoencoder/0123456789abcdef/`;
    const fixed = synthesise({ modelPath: folder });
    const pinned = propertiesOf(fixed, 'Lambda::Function').find(
      (one) => one['FunctionName'] === 'health-anomaly-detector',
    );
    expect(pinned?.['Environment']).toMatchObject({ Variables: { MODEL_PATH: folder } });
  });
});
