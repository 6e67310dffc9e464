import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { makeCatalogFunctions } from '../constructs/catalog-functions.ts';
import { CatalogQueue } from '../constructs/catalog-queue.ts';
import type { CatalogResources } from '../constructs/catalog-resources.ts';
import { makeCatalogTriggers } from '../constructs/catalog-triggers.ts';

export interface NarrativesStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly resources: CatalogResources;
}

/** From clinical narratives to training lines: the functions, the queue that feeds them, and the hourly compaction. */
export class NarrativesStack extends Stack {
  constructor(scope: Construct, id: string, props: NarrativesStackProps) {
    super(scope, id, props);
    const { config, catalog, resources } = props;
    const functions = makeCatalogFunctions(this, { stack: 'narratives', catalog, resources, config });
    const { buckets, operationsKey } = resources;
    makeCatalogTriggers(this, { catalog, functions, buckets, key: operationsKey });
    const spec = catalog.queues.narratives;
    const consumer = functions.get(spec.consumer);
    if (consumer === undefined) throw new Error(`The queue's consumer ${spec.consumer} is in another stack.`);
    // Messages hold narratives, so they are encrypted as the data is.
    const { queue } = new CatalogQueue(this, 'NarrativesQueue', {
      spec,
      consumer: consumer.function,
      key: resources.dataKey,
    });
    new CfnOutput(this, 'NarrativesQueueUrl', { value: queue.queueUrl, description: 'Takes narratives' });
  }
}
