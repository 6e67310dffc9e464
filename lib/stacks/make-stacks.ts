import { type App, Tags } from 'aws-cdk-lib';
import { makeCatalog } from '../catalog.ts';
import type { Config } from '../config.ts';
import { DataStack } from './data-stack.ts';
import { ObservabilityStack } from './observability-stack.ts';
import { TrainingStack } from './training-stack.ts';

export interface Stacks {
  readonly data: DataStack;
  readonly training: TrainingStack;
  readonly observability: ObservabilityStack;
}

/**
 * The stacks of one deployment, in the account and region that the command line is signed in to.
 *
 * @param app - gets the stacks `{prefix}-data`, `{prefix}-training` and `{prefix}-observability`
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
  const observability = new ObservabilityStack(app, named('observability'), {
    config,
    catalog,
    topic: data.resources.topics.alerts,
    description: 'wellcast: dashboard, alarms, budget',
  });
  training.addStackDependency(data);
  observability.addStackDependency(data);
  return { data, training, observability };
};
