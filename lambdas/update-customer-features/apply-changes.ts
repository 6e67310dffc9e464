import { addCustomerEvents } from '../../ml/features/customer/online/add-customer-events.ts';
import { churnEpisode } from '../../ml/features/customer/online/churn-episode.ts';
import type { CustomerEventMessage } from '../../ml/features/customer/online/customer-event-message.ts';
import type { AlertedEpisode, CustomerEntry } from '../shared/ports/customer-states.ts';
import type { NewPrediction } from './predict-due.ts';

/** More than anybody has; what is older could not be erased with the customer. */
const maxAlertIds = 500;

/** An entry with events added. */
export interface AddedToEntry {
  /** The same where nothing changed. */
  readonly entry: CustomerEntry;
  readonly added: number;
  readonly duplicates: number;
  readonly expired: number;
}

/** @param now - milliseconds since 1970 UTC */
export const withEvents = (
  entry: CustomerEntry,
  messages: readonly CustomerEventMessage[],
  now: number,
): AddedToEntry => {
  const { state, ...counts } = addCustomerEvents(entry.state, messages, now);
  return { entry: state === entry.state ? entry : { ...entry, state }, ...counts };
};

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
