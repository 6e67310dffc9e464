import type { LineOutcome, LineRefusal } from '../../ml/narratives/line/line-outcome.ts';
import type { NarrativeRequest } from '../../ml/narratives/narrative-request.ts';
import { monthAt } from '../shared/narratives/training-month.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import type { FormatOutcome } from './format-outcome.ts';

type Refused = Extract<LineOutcome, { readonly ok: false }>;

/** There is nothing in these for a person to look at. */
const plainRefusals: ReadonlySet<LineRefusal> = new Set(['empty-narrative', 'low-quality']);

/** Says no, and keeps the example with the reason under `quarantine/` where a person might find that wrong. */
export const refuseOrQuarantine = async (
  { objects, clock }: { readonly objects: ConditionalObjects; readonly clock: Clock },
  request: NarrativeRequest,
  refused: Refused,
): Promise<FormatOutcome> => {
  const { reason: why, detail, contentHash, masked } = refused;
  if (plainRefusals.has(why)) return { success: false, reason: 'refused', why, detail };
  const key = `quarantine/${monthAt(clock.now()).replace('-', '/')}/${contentHash}.json`;
  const body = JSON.stringify({
    schemaVersion: 1,
    reason: why,
    detail,
    found: masked,
    quarantinedAt: new Date(clock.now()).toISOString(),
    request,
  });
  // The same example, set aside before, is kept as it is.
  await objects.create(key, { body: body.toWellFormed(), contentType: 'application/json' });
  return { success: false, reason: 'quarantined', why, detail, key };
};
