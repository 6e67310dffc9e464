import { type App, Tags } from 'aws-cdk-lib';
import { makeCatalog } from '../catalog.ts';
import type { Config } from '../config.ts';
import { CustomersStack } from './customers-stack.ts';
import { DashboardStack } from './dashboard-stack.ts';
import { DataStack } from './data-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { NarrativesStack } from './narratives-stack.ts';
import { ObservabilityStack } from './observability-stack.ts';
import { PreparationStack } from './preparation-stack.ts';
import { TrainingStack } from './training-stack.ts';
import { WearablesStack } from './wearables-stack.ts';

export interface Stacks {
  readonly data: DataStack;
  readonly training: TrainingStack;
  readonly wearables: WearablesStack;
  readonly narratives: NarrativesStack;
  readonly preparation: PreparationStack;
  readonly customers: CustomersStack;
  /** Where the settings want CloudFront. */
  readonly edge?: EdgeStack;
  readonly observability: ObservabilityStack;
}

/**
 * The stacks of one deployment, in the account and region that the command line is signed in to.
 *
 * @param app - gets the stacks `{prefix}-data`, `-training`, `-wearables`, `-narratives`, `-preparation`, `-customers`, `-observability`, and `-edge` and `-dashboard` if wanted
 * @param config - the stage's settings
 */
export const makeStacks = (app: App, config: Config): Stacks => {
  const catalog = makeCatalog(config);
  const named = (name: string) => `${config.prefix}-${name}`;
  Tags.of(app).add('application', 'wellcast');
  Tags.of(app).add('wellcast:prefix', config.prefix);
  const data = new DataStack(app, named('data'), {
    config,
    catalog,
    terminationProtection: true,
    description: 'wellcast: tables, bucket, keys and secret; kept when the stack is deleted',
  });
  const training = new TrainingStack(app, named('training'), {
    config,
    catalog,
    data: data.resources,
    description: 'wellcast: from journals to a trained model',
  });
  const wearables = new WearablesStack(app, named('wearables'), {
    config,
    catalog,
    resources: training.resources,
    tokens: data.tokens,
    description: 'wellcast: from a watch to a score',
  });
  const narratives = new NarrativesStack(app, named('narratives'), {
    config,
    catalog,
    resources: training.resources,
    description: 'wellcast: from narratives to training lines',
  });
  const preparation = new PreparationStack(app, named('preparation'), {
    config,
    catalog,
    resources: training.resources,
    tokens: data.preparationTokens,
    description: 'wellcast: feature sets, dataset versions, models, audit',
  });
  const customers = new CustomersStack(app, named('customers'), {
    config,
    catalog,
    resources: training.resources,
    description: 'wellcast: from customers to predictions',
  });
  const observability = new ObservabilityStack(app, named('observability'), {
    config,
    catalog,
    topic: data.resources.topics.alerts,
    apiId: wearables.apiId,
    preparationApiId: preparation.apiId,
    description: 'wellcast: dashboard, alarms, budget',
  });
  training.addStackDependency(data);
  wearables.addStackDependency(data);
  narratives.addStackDependency(data);
  preparation.addStackDependency(data);
  customers.addStackDependency(data);
  observability.addStackDependency(data);
  observability.addStackDependency(wearables);
  observability.addStackDependency(preparation);
  if (config.dashboardOriginRegion !== undefined) {
    const dashboard = new DashboardStack(app, named('dashboard'), {
      prefix: config.prefix,
      origin: { stackName: preparation.stackName, region: config.dashboardOriginRegion },
      logRetentionDays: config.logRetentionDays,
      description: 'wellcast: the page of the figures, by CloudFront',
    });
    dashboard.addStackDependency(preparation);
  }
  if (config.edgeOriginRegion === undefined) {
    return { data, training, wearables, narratives, preparation, customers, observability };
  }
  const edge = new EdgeStack(app, named('edge'), {
    prefix: config.prefix,
    origin: { stackName: wearables.stackName, region: config.edgeOriginRegion },
    logRetentionDays: config.logRetentionDays,
    description: 'wellcast: CloudFront and WAF in front of the API',
  });
  edge.addStackDependency(wearables);
  return { data, training, wearables, narratives, preparation, customers, observability, edge };
};
