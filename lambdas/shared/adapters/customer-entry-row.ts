import * as z from 'zod';
import { emptyCustomerState } from '../../../ml/features/customer/online/customer-state.ts';
import {
  loadCustomerState,
  StoredCustomerState,
  storeCustomerState,
} from '../../../ml/features/customer/online/stored-customer-state.ts';
import type { CustomerEntry, EntryRevision } from '../ports/customer-states.ts';

const schemaVersion = 1;

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const EntryRow = z.object({
  schemaVersion: z.literal(schemaVersion),
  revision: z.int().positive(),
  state: StoredCustomerState,
  prediction: z
    .object({ at: z.number(), churnRisk30d: z.number(), healthScore: z.number(), inputs: Values })
    .optional(),
  episode: z
    .object({
      id: z.string(),
      startedAt: z.number(),
      alert: z.enum(['due', 'sent']),
      risk: z.number(),
      reasons: z.array(
        z.object({
          feature: z.string(),
          direction: z.enum(['raises', 'lowers']),
          contribution: z.number(),
        }),
      ),
    })
    .optional(),
  alertIds: z.array(z.string()),
});

export const emptyEntry: CustomerEntry = {
  state: emptyCustomerState,
  prediction: undefined,
  episode: undefined,
  alertIds: [],
};

/** What an item holds beside its key. */
export const entryRow = ({ entry, revision }: EntryRevision): z.infer<typeof EntryRow> => {
  const { state, prediction, episode, alertIds } = entry;
  return {
    schemaVersion,
    revision: revision + 1,
    state: storeCustomerState(state),
    ...(prediction !== undefined && { prediction }),
    ...(episode !== undefined && { episode: { ...episode, reasons: [...episode.reasons] } }),
    alertIds: [...alertIds],
  };
};

/**
 * @param item - as it was read, keys included
 * @returns undefined when it is of another version or form
 */
export const parseEntryRow = (item: unknown): EntryRevision | undefined => {
  const row = EntryRow.safeParse(item);
  if (!row.success) return undefined;
  const { revision, state, prediction, episode, alertIds } = row.data;
  return { revision, entry: { state: loadCustomerState(state), prediction, episode, alertIds } };
};
