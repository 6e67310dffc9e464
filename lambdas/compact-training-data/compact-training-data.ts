import { listMonths } from '../shared/narratives/list-months.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { CompactDeps } from './compact-deps.ts';
import { compactMonth } from './compact-month.ts';
import type { CompactTrainingDataRequest, CompactTrainingDataResult } from './schema.ts';

/**
 * Folds the parts that wait into their months' files, one month after the other. May run as often and as many at
 * once as you like.
 */
export const makeCompactTrainingData =
  (deps: CompactDeps & { readonly telemetry: Telemetry }) =>
  async (request: CompactTrainingDataRequest): Promise<CompactTrainingDataResult> => {
    const months = (await listMonths(deps.objects, [deps.layout.parts])).filter(
      ({ domain, month }) => (request.domain ?? domain) === domain && (request.month ?? month) === month,
    );
    let partsFolded = 0;
    let unfinished = 0;
    for (const month of months) {
      try {
        const compacted = await compactMonth(deps, month);
        partsFolded += compacted.partsFolded;
        if (compacted.contended) unfinished += 1;
      } catch (error) {
        deps.telemetry.error('a month could not be compacted', error, { ...month });
        unfinished += 1;
      }
    }
    const result = { months: months.length, partsFolded, unfinished };
    deps.telemetry.count('PartsFolded', partsFolded);
    deps.telemetry.info('training data compacted', result);
    return result;
  };
