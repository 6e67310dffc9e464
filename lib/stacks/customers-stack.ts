import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { makeCatalogFunctions } from '../constructs/catalog-functions.ts';
import type { CatalogResources } from '../constructs/catalog-resources.ts';
import { CatalogStream } from '../constructs/catalog-stream.ts';
import { makeCatalogTriggers } from '../constructs/catalog-triggers.ts';
import { EndpointAlarms } from '../constructs/endpoint-alarms.ts';

export interface CustomersStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly resources: CatalogResources;
}

/**
 * From customers to predictions: the functions that ask, deploy and roll back. Model, configuration and endpoint are
 * none of its resources, since there is no model at the first deployment: approval makes them.
 */
export class CustomersStack extends Stack {
  constructor(scope: Construct, id: string, props: CustomersStackProps) {
    super(scope, id, props);
    const { config, catalog, resources } = props;
    const functions = makeCatalogFunctions(this, { stack: 'customers', catalog, resources, config });
    const { buckets, operationsKey, topics } = resources;
    makeCatalogTriggers(this, { catalog, functions, buckets, key: operationsKey });
    const spec = catalog.streams.customerEvents;
    const consumer = functions.get(spec.consumer);
    if (consumer === undefined)
      throw new Error(`The stream's consumer ${spec.consumer} is in another stack.`);
    const { stream } = new CatalogStream(this, 'CustomerEvents', {
      spec,
      consumer: consumer.function,
      key: resources.dataKey,
      operationsKey,
    });
    new CfnOutput(this, 'CustomerEventsStream', {
      value: stream.streamName,
      description: "Takes customers' events",
    });
    const endpoint = catalog.endpoints.customerHealth;
    new EndpointAlarms(this, 'EndpointAlarms', { endpoint, topic: topics.alerts });
    new CfnOutput(this, 'CustomerHealthEndpoint', {
      value: endpoint.name,
      description: 'Scores customers, once a model is approved',
    });
  }
}
