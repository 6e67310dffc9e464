import type { Telemetry } from '../shared/ports/telemetry.ts';
import { type AdvanceDeps, advanceErasure } from './advance-erasure.ts';
import type { EraseSubjectRequest, EraseSubjectResult } from './schema.ts';

/**
 * Goes on with erasures: each store is gone through, whatever became of the others, and again after a while for what
 * was on its way meanwhile; then the receipt is signed.
 */
export const makeEraseSubject =
  (deps: AdvanceDeps & { readonly telemetry: Telemetry }) =>
  async ({ erasureId }: EraseSubjectRequest, requestId: string): Promise<EraseSubjectResult> => {
    const ids = erasureId === undefined ? await deps.erasures.unfinished() : [erasureId];
    const result = { complete: 0, settling: 0, failed: 0 };
    for (const id of ids) {
      try {
        result[await advanceErasure(deps, id, requestId)] += 1;
      } catch (error) {
        deps.telemetry.error('an erasure could not be finished', error, { erasureId: id });
        result.failed += 1;
      }
    }
    deps.telemetry.count('ErasuresCompleted', result.complete);
    deps.telemetry.count('ErasuresFailed', result.failed);
    deps.telemetry.info('erasures advanced', result);
    return result;
  };
