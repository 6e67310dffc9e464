import { churnEpisode } from '../../../ml/features/customer/online/churn-episode.ts';
import type { AlertedEpisode, CustomerEntry } from '../ports/customer-states.ts';
import type { NewPrediction } from './predict-due.ts';

/** More than anybody has; what is older could not be erased with the customer. */
const maxAlertIds = 500;

/** An entry with what is newly expected, and the episode that this begins, goes on with or ends. */
export const withPrediction = (
  entry: CustomerEntry,
  { reasons, ...prediction }: NewPrediction,
  newId: () => string,
): CustomerEntry => {
  const { at, churnRisk30d: risk } = prediction;
  const begin = (): AlertedEpisode => ({ id: newId(), startedAt: at, alert: 'due', risk, reasons });
  const episode = churnEpisode(entry.episode, risk, begin);
  const isNew = episode !== undefined && episode.id !== entry.episode?.id;
  const alertIds = isNew ? [...entry.alertIds, episode.id].slice(-maxAlertIds) : entry.alertIds;
  return { ...entry, prediction, episode, alertIds };
};
