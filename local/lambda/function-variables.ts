import type { FunctionSpec } from '../../lib/catalog-shapes.ts';
import { localRegion, type ResourceNames } from '../resource-names.ts';

/** What every client needs to reach the local AWS instead of the real one. */
export const clientVariables = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: localRegion,
  AWS_DEFAULT_REGION: localRegion,
});

/**
 * The environment variables of a function: those of the catalogue and those that Lambda sets itself.
 *
 * Tracing is off, since nobody collects traces here. The time zone stays the machine's: a thread cannot have
 * another, so code that asks for "local" time may differ from AWS, where it is UTC.
 */
export const functionVariables = (
  spec: FunctionSpec,
  names: ResourceNames,
  where: { readonly endpoint: string; readonly taskRoot: string },
): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  LANG: 'en_US.UTF-8',
  ...clientVariables(where.endpoint),
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: spec.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  LAMBDA_TASK_ROOT: where.taskRoot,
  _HANDLER: 'index.handler',
  POWERTOOLS_SERVICE_NAME: spec.name,
  POWERTOOLS_TRACE_ENABLED: 'false',
  ...Object.fromEntries(
    Object.entries(spec.environment).map(([name, value]) => [name, names.environmentValue(value)]),
  ),
});
