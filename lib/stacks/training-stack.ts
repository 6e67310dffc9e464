import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Catalog, FunctionId } from '../catalog-shapes.ts';
import type { Config } from '../config.ts';
import { CatalogFunction } from '../constructs/catalog-function.ts';
import type { CatalogResources, DataResources } from '../constructs/catalog-resources.ts';
import { CatalogRule } from '../constructs/catalog-rule.ts';
import { CatalogSchedule } from '../constructs/catalog-schedule.ts';
import { pascalCase } from '../constructs/pascal-case.ts';
import { TrainingImage } from '../constructs/training-image.ts';
import { TrainingRole } from '../constructs/training-role.ts';

export interface TrainingStackProps extends StackProps {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly data: DataResources;
}

/** The functions from journals to model, what SageMaker needs, and what sets them off. Holds no data. */
export class TrainingStack extends Stack {
  constructor(scope: Construct, id: string, props: TrainingStackProps) {
    super(scope, id, props);
    const { config, catalog, data } = props;
    const image = new TrainingImage(this, 'TrainingImage');
    const resources: CatalogResources = {
      ...data,
      functions: catalog.functions,
      training: {
        imageUri: image.imageUri,
        role: new TrainingRole(this, 'TrainingRole', {
          bucket: data.buckets.mlModels,
          repository: image.repository,
          volumeKey: data.dataKey,
        }),
        volumeKey: data.dataKey,
        outputKey: data.dataKey,
        jobNamePrefix: `${config.prefix}-`,
      },
    };
    const make = (functionId: FunctionId) =>
      new CatalogFunction(this, pascalCase(functionId), {
        spec: catalog.functions[functionId],
        resources,
        config,
      });
    const functions: Record<FunctionId, CatalogFunction> = {
      extractMoodFeatures: make('extractMoodFeatures'),
      extractBehavioralFeatures: make('extractBehavioralFeatures'),
      extractSentimentFeatures: make('extractSentimentFeatures'),
      prepareTrainingData: make('prepareTrainingData'),
      triggerModelTraining: make('triggerModelTraining'),
      recordTrainingJobState: make('recordTrainingJobState'),
    };
    for (const spec of catalog.rules) {
      new CatalogRule(this, `${pascalCase(spec.target)}Rule`, {
        spec,
        target: functions[spec.target].function,
        key: data.operationsKey,
      });
    }
    for (const spec of catalog.schedules) {
      new CatalogSchedule(this, `${pascalCase(spec.target)}Schedule`, {
        spec,
        target: functions[spec.target].function,
        key: data.operationsKey,
      });
    }
  }
}
