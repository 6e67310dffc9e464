import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeDynamoDbCustomerStates } from '../../lambdas/shared/adapters/dynamodb-customer-states.ts';
import { systemClock } from '../../lambdas/shared/adapters/system-clock.ts';
import { timerSleep } from '../../lambdas/shared/adapters/timer-sleep.ts';
import type { CustomerEntry } from '../../lambdas/shared/ports/customer-states.ts';
import { customerRecord } from '../../ml/features/customer/customer-record.ts';
import { computeOnlineFeatures } from '../../ml/features/customer/online/compute-online-features.ts';
import { table } from '../cli/table.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface ShowCustomerOptions {
  readonly table: string;
  readonly json: boolean;
}

const statesIn = (tableName: string) =>
  makeDynamoDbCustomerStates({
    client: new DynamoDBClient({}),
    tableName,
    sleep: timerSleep,
    random: Math.random,
    telemetry: { count: () => {} },
  });

const shown = (value: string | number | null): string =>
  typeof value === 'number' ? String(Number(value.toFixed(4))) : (value ?? '–');

/** What is known of a customer now. */
const describe = ({ state, prediction, episode }: CustomerEntry) => {
  const profile = state.profile?.profile;
  const features =
    profile === undefined
      ? undefined
      : customerRecord(profile, computeOnlineFeatures(state, profile, systemClock.now()));
  const expected = prediction && {
    at: prediction.at,
    churnRisk30d: prediction.churnRisk30d,
    healthScore: prediction.healthScore,
  };
  return { recentEvents: state.recent.length, features, prediction: expected, episode };
};

/**
 * Prints a customer's features as of now, what was last expected, and the episode that the customer is in.
 *
 * @throws {UsageError} for a customer of whom nothing is kept
 */
export const showCustomer = async (customerId: string, options: ShowCustomerOptions): Promise<void> => {
  const found = (await statesIn(options.table).read([customerId])).get(customerId);
  if (found === undefined || found.revision === 0) throw new UsageError('Nothing is kept of this customer.');
  const known = describe(found.entry);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(known)}\n`);
    return;
  }
  const { features, prediction, episode } = known;
  const rows = Object.entries(features ?? {}).map(([name, value]) => [name, shown(value)]);
  const lines = features === undefined ? ['No profile has come yet.'] : table([['feature', 'now'], ...rows]);
  const reasons = episode?.reasons.map(({ feature, direction }) => `${feature} ${direction} it`).join(', ');
  process.stdout.write(
    [
      ...lines,
      '',
      prediction === undefined
        ? 'Nothing was predicted yet.'
        : `On ${new Date(prediction.at).toISOString()}: churn risk in 30 days ${prediction.churnRisk30d.toFixed(3)}, health ${prediction.healthScore.toFixed(1)}.`,
      episode === undefined
        ? 'In no episode.'
        : `At risk since ${new Date(episode.startedAt).toISOString()} (alert ${episode.id} ${episode.alert}): ${reasons}.`,
      '',
    ].join('\n'),
  );
};

/**
 * Prints of whom an alert speaks.
 *
 * @throws {UsageError} for an alert that nobody sent, or whose customer was erased
 */
export const whoseAlert = async (
  alertId: string,
  options: Pick<ShowCustomerOptions, 'table'>,
): Promise<void> => {
  const customerId = await statesIn(options.table).whoseAlert(alertId);
  if (customerId === undefined) throw new UsageError('No such alert is known, or its customer was erased.');
  process.stdout.write(`${customerId}\n`);
};
