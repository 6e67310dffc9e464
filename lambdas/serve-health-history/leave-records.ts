import { DomainError } from '../../ml/domain-error.ts';
import { outcomeOfStatus } from '../shared/audit/outcome-of-status.ts';
import type { AuditTrail } from '../shared/ports/audit-trail.ts';
import type { Sleep } from '../shared/ports/sleep.ts';
import type { HttpEvent } from '../shared/runtime/api-gateway-event.ts';
import { callerOf } from '../shared/runtime/caller-of.ts';
import { statusOfCode } from '../shared/runtime/status-of-code.ts';
import { type HealthHistoryRequest, parseHistoryEvent, personNamedIn, routeOf } from './schema.ts';

type Settled = { readonly answer: unknown } | { readonly error: unknown };

/** Longer than leaving a record takes. */
const refusalMs = 100;

/**
 * Serves what a person's watches measured and takes feedback on it, and leaves a record of each request in the audit
 * trail before it is answered: where that cannot be done the call fails and says nothing.
 *
 * A refusal takes as long whomever it is about: the record of somebody of whom the trail has none yet takes longer,
 * and whoever asks for a stranger is not to learn from it whether there is one.
 *
 * @param deps - `serve`: answers a request that has been checked
 */
export const makeLeaveRecords =
  (deps: { audit: AuditTrail; serve: (request: HealthHistoryRequest) => Promise<unknown>; sleep: Sleep }) =>
  async (event: HttpEvent, { awsRequestId: requestId }: { awsRequestId: string }): Promise<unknown> => {
    const userId = callerOf(event);
    const settled = await settle(async () => deps.serve(parseHistoryEvent(event)));
    const outcome = outcomeOfStatus('error' in settled ? statusOf(settled.error) : 200);
    if (outcome !== undefined) {
      const { action, isOfDevice } = routeOf(event);
      const isRefused = outcome === 'refused';
      const record = deps.audit.append({
        actor: { userId, role: isOfDevice ? 'device' : 'user' },
        action,
        subject: isRefused ? (personNamedIn(event) ?? userId) : userId,
        outcome,
        requestId,
      });
      await Promise.all([record, isRefused && deps.sleep(refusalMs)]);
    }
    if ('error' in settled) throw settled.error;
    return settled.answer;
  };

const settle = async (run: () => Promise<unknown>): Promise<Settled> => {
  try {
    return { answer: await run() };
  } catch (error) {
    return { error };
  }
};

const statusOf = (error: unknown): number => (error instanceof DomainError ? statusOfCode(error.code) : 500);
