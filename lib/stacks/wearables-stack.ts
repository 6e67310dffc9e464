import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { CatalogApi } from '../constructs/catalog-api.ts';
import { makeCatalogFunctions } from '../constructs/catalog-functions.ts';
import type { CatalogResources } from '../constructs/catalog-resources.ts';
import { makeCatalogTriggers } from '../constructs/catalog-triggers.ts';
import type { TokenIssuer } from '../constructs/token-issuer.ts';

export interface WearablesStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly resources: CatalogResources;
  readonly tokens: TokenIssuer;
}

/** From a watch to a score: the HTTP API, what vouches for its callers, and the functions behind it. Holds no data. */
export class WearablesStack extends Stack {
  readonly apiId: string;

  constructor(scope: Construct, id: string, props: WearablesStackProps) {
    super(scope, id, props);
    const { config, catalog, resources, tokens } = props;
    const functions = makeCatalogFunctions(this, { stack: 'wearables', catalog, resources, config });
    const { buckets, operationsKey } = resources;
    makeCatalogTriggers(this, { catalog, functions, buckets, key: operationsKey });
    const { api } = new CatalogApi(this, 'Api', {
      name: `${config.prefix}-api`,
      description: 'What watches and phones call: health data in, scores out',
      routes: catalog.routes.filter(({ target }) => catalog.functions[target].stack === 'wearables'),
      deviceAuthorizer: catalog.deviceAuthorizer,
      functions,
      tokens,
      key: resources.operationsKey,
      logRetentionDays: config.logRetentionDays,
    });
    this.apiId = api.apiId;
    new CfnOutput(this, 'ApiEndpoint', { value: api.apiEndpoint, description: 'Base URL of the API' });
    new CfnOutput(this, apiDomainOutput, {
      value: `${api.apiId}.execute-api.${this.region}.${this.urlSuffix}`,
      description: 'Host name of the API, for CloudFront in front of it',
    });
    new CfnOutput(this, 'TokenIssuer', { value: tokens.issuer, description: 'Issues the tokens it accepts' });
    new CfnOutput(this, 'TokenAudience', {
      value: tokens.audience.join(' '),
      description: 'For whom such a token must be',
    });
  }
}

/** The output that the edge stack, in another region, reads. */
export const apiDomainOutput = 'ApiDomain';
