import type { AlertedEpisode, CustomerEntry, EntryRevision } from '../ports/customer-states.ts';
import { maxRounds } from './max-rounds.ts';
import type { PredictionDeps } from './prediction-deps.ts';

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What people are told: of whom it speaks is found by the alert's id, so that the message names nobody. */
const messageOf = ({ id, risk, reasons }: AlertedEpisode): string =>
  JSON.stringify({
    kind: 'churn-risk',
    alertId: id,
    text: 'A customer is likely to leave within 30 days.',
    churnRisk30d: round(risk),
    reasons: reasons.map(({ feature, direction, contribution }) => ({
      feature,
      direction,
      contribution: round(contribution),
    })),
  });

/**
 * Sends the alert that is due of an episode and marks it sent. Only a crash between the two sends it again: rather
 * twice than never.
 *
 * @param written - the entry as it was just written
 * @returns whether the alert is sent; if not, it stays due
 */
export const alertChurn = async (
  deps: Pick<PredictionDeps, 'states' | 'alerts' | 'telemetry'>,
  customerId: string,
  written: EntryRevision,
): Promise<boolean> => {
  const { states, alerts, telemetry } = deps;
  const { episode } = written.entry;
  if (episode?.alert !== 'due') return true;
  try {
    await states.nameAlert(episode.id, customerId);
    await alerts.send({ subject: 'A customer is likely to leave', message: messageOf(episode) });
    telemetry.count('ChurnAlertsSent');
    await markSent(deps, customerId, { written, alertId: episode.id });
    return true;
  } catch (error) {
    telemetry.count('ChurnAlertFailures');
    telemetry.error('an alert could not be sent yet', error);
    return false;
  }
};

const asSent = (entry: CustomerEntry, alertId: string): CustomerEntry | undefined =>
  entry.episode?.id === alertId && entry.episode.alert === 'due'
    ? { ...entry, episode: { ...entry.episode, alert: 'sent' } }
    : undefined;

const markSent = async (
  { states }: Pick<PredictionDeps, 'states'>,
  customerId: string,
  { written, alertId }: { readonly written: EntryRevision; readonly alertId: string },
): Promise<void> => {
  let current: EntryRevision | undefined = written;
  for (let look = 0; look < maxRounds; look++) {
    if (current === undefined) return;
    const entry = asSent(current.entry, alertId);
    if (entry === undefined) return;
    if (await states.replace(customerId, { entry, revision: current.revision })) return;
    current = (await states.read([customerId])).get(customerId);
  }
  throw new Error('The entry changed at every try.');
};
