import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { CatalogApi } from '../constructs/catalog-api.ts';
import { makeCatalogFunctions } from '../constructs/catalog-functions.ts';
import { CatalogQueue } from '../constructs/catalog-queue.ts';
import type { CatalogResources } from '../constructs/catalog-resources.ts';
import { CatalogSchedule } from '../constructs/catalog-schedule.ts';
import { makeCatalogTriggers } from '../constructs/catalog-triggers.ts';
import { pascalCase } from '../constructs/pascal-case.ts';
import type { TokenIssuer } from '../constructs/token-issuer.ts';

export interface PreparationStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly resources: CatalogResources;
  readonly tokens: TokenIssuer;
}

/**
 * The data preparation service. Its HTTP API is its own, so that whoever prepares data shares neither a throttle nor
 * a deployment with the watches.
 */
export class PreparationStack extends Stack {
  readonly apiId: string;

  constructor(scope: Construct, id: string, props: PreparationStackProps) {
    super(scope, id, props);
    const { config, catalog, resources, tokens } = props;
    const functions = makeCatalogFunctions(this, { stack: 'preparation', catalog, resources, config });
    const { buckets, operationsKey } = resources;
    makeCatalogTriggers(this, { catalog, functions, buckets, key: operationsKey });
    for (const id of ['datasetBuilds', 'preparationTasks'] as const) {
      const spec = catalog.queues[id];
      const consumer = functions.get(spec.consumer);
      if (consumer === undefined) throw new Error(`The consumer of the queue ${id} is in another stack.`);
      const { queue } = new CatalogQueue(this, pascalCase(id), {
        spec,
        consumer: consumer.function,
        key: resources.dataKey,
      });
      for (const schedule of catalog.schedules.filter(({ viaQueue }) => viaQueue === id)) {
        const name = pascalCase(schedule.name.slice(config.prefix.length + 1));
        new CatalogSchedule(this, `${name}Schedule`, { spec: schedule, target: queue, key: operationsKey });
      }
    }
    const { api } = new CatalogApi(this, 'Api', {
      name: `${config.prefix}-preparation-api`,
      description: 'Feature sets, datasets, models and the audit trail, for those who prepare data',
      routes: catalog.routes.filter(({ target }) => catalog.functions[target].stack === 'preparation'),
      deviceAuthorizer: undefined,
      functions,
      tokens,
      key: operationsKey,
      logRetentionDays: config.logRetentionDays,
    });
    this.apiId = api.apiId;
    new CfnOutput(this, 'ApiEndpoint', { value: api.apiEndpoint, description: 'Base URL of the API' });
    new CfnOutput(this, preparationApiDomainOutput, {
      value: `${api.apiId}.execute-api.${this.region}.${this.urlSuffix}`,
      description: 'Host name of the API, for the dashboard in front of it',
    });
  }
}

/** The output that the dashboard's stack, in another region, reads. */
export const preparationApiDomainOutput = 'ApiDomain';
