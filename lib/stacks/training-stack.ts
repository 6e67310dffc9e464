import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { makeCatalogFunctions } from '../constructs/catalog-functions.ts';
import type { CatalogResources, DataResources } from '../constructs/catalog-resources.ts';
import { makeCatalogTriggers } from '../constructs/catalog-triggers.ts';
import { CatalogWorkflow } from '../constructs/catalog-workflow.ts';
import { pascalCase } from '../constructs/pascal-case.ts';
import { ServingRole } from '../constructs/serving-role.ts';
import { TrainingImage } from '../constructs/training-image.ts';
import { TrainingRole } from '../constructs/training-role.ts';

export interface TrainingStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly data: DataResources;
}

/** The functions from journals to model, what SageMaker needs, and what sets them off. Holds no data. */
export class TrainingStack extends Stack {
  readonly resources: CatalogResources;

  constructor(scope: Construct, id: string, props: TrainingStackProps) {
    super(scope, id, props);
    const { config, catalog, data } = props;
    const image = new TrainingImage(this, 'TrainingImage');
    const resources: CatalogResources = {
      ...data,
      functions: catalog.functions,
      queues: catalog.queues,
      streams: catalog.streams,
      workflows: catalog.workflows,
      endpoints: catalog.endpoints,
      training: {
        imageUri: image.imageUri,
        role: new TrainingRole(this, 'TrainingRole', {
          bucket: data.buckets.mlModels,
          repository: image.repository,
          volumeKey: data.dataKey,
        }),
        servingRole: new ServingRole(this, 'ServingRole', {
          bucket: data.buckets.mlModels,
          repository: image.repository,
          endpointName: catalog.endpoints.customerHealth.name,
        }),
        volumeKey: data.dataKey,
        outputKey: data.dataKey,
        jobNamePrefix: `${config.prefix}-`,
      },
    };
    this.resources = resources;
    const functions = makeCatalogFunctions(this, { stack: 'training', catalog, resources, config });
    for (const [workflowId, spec] of Object.entries(catalog.workflows)) {
      if (spec.stack === 'training')
        new CatalogWorkflow(this, pascalCase(workflowId), { spec, resources, config });
    }
    makeCatalogTriggers(this, { catalog, functions, buckets: data.buckets, key: data.operationsKey });
  }
}
