import type { Access, EnvironmentValue } from './catalog-access.ts';
import { unscoredIndex } from './catalog-wearables.ts';

/** What every function that reads people's data for features is told. */
export const sourceEnvironment = {
  TABLE_NAME: { table: 'app' },
  HEALTH_METRICS_TABLE: { table: 'healthMetrics' },
  UNSCORED_INDEX: unscoredIndex,
  HEALTH_RECORDS_TABLE: { table: 'healthRecords' },
} as const satisfies Readonly<Record<string, EnvironmentValue>>;

/** What every function that reads people's data for features may do. */
export const sourceAccess: readonly Access[] = [
  { table: 'app', actions: ['Query'] },
  { table: 'healthMetrics', actions: ['Query'] },
  { table: 'healthRecords', actions: ['Query'] },
];
