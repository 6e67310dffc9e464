import { makeCatalog } from '../../lib/catalog.ts';
import type { FunctionId } from '../../lib/catalog-ids.ts';
import { Config } from '../../lib/config.ts';
import { functionVariables } from '../../local/lambda/function-variables.ts';
import { makeResourceNames } from '../../local/resource-names.ts';
import { load } from '../lambdas/support/handler-environment.ts';
import type { TestAws } from './local-aws.ts';

/**
 * A function's handler in this process, so that coverage sees it, with the environment that the catalogue gives it.
 * Its logs and metrics are silenced. The file that calls this restores the environment (`restoreEnvironment`).
 */
export const inProcessFunction = async (aws: TestAws, id: FunctionId) => {
  const catalog = makeCatalog(Config.parse({}));
  const names = makeResourceNames(catalog, () => aws.endpoint);
  const spec = catalog.functions[id];
  const { PATH: _, ...variables } = functionVariables(spec, names, {
    endpoint: aws.endpoint,
    taskRoot: '/var/task',
  });
  Object.assign(process.env, variables, {
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
  });
  const [, folder = ''] = spec.entry.split('/');
  return load(folder);
};
