import { emptyEntry } from '../../../lambdas/shared/adapters/customer-entry-row.ts';
import type { CustomerStates, EntryRevision } from '../../../lambdas/shared/ports/customer-states.ts';
import type { Consent } from '../../../lambdas/shared/ports/opt-outs.ts';
import { makeUpdateCustomerFeatures } from '../../../lambdas/update-customer-features/update-customer-features.ts';
import {
  CustomerEventMessage,
  customerEventVersion,
} from '../../../ml/features/customer/online/customer-event-message.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

export const start = Date.parse('2026-01-10T12:00:00Z');
export const hourMs = 3_600_000;

let next = 0;
/** A new event of a customer. */
export const eventOf = (customerId: string, fields: Record<string, unknown>): CustomerEventMessage =>
  CustomerEventMessage.parse({
    schemaVersion: customerEventVersion,
    eventId: `event-${++next}`,
    customerId,
    at: start - hourMs,
    ...fields,
  });
export const profileOf = (customerId: string) =>
  eventOf(customerId, {
    type: 'profile',
    signedUpAt: start - 100 * 24 * hourMs,
    tier: 'standard',
    channel: 'organic',
    grade: 'middle',
    subject: 5,
  });
/** Enough to move a feature by more than a tenth. */
export const loginOf = (customerId: string) => eventOf(customerId, { type: 'login' });

/** Entries in memory, each replaced by whoever knew it last. */
export const memoryCustomerStates = () => {
  const kept = new Map<string, EntryRevision>();
  const alerts = new Map<string, string>();
  const read = (customerId: string) => kept.get(customerId) ?? { entry: emptyEntry, revision: 0 };
  const states: CustomerStates = {
    read: async (customerIds) => new Map(customerIds.map((customerId) => [customerId, read(customerId)])),
    replace: async (customerId, { entry, revision }) => {
      const known = read(customerId);
      if (known.revision !== revision) return false;
      kept.set(customerId, { entry, revision: revision + 1 });
      return true;
    },
    nameAlert: async (alertId, customerId) => void alerts.set(alertId, customerId),
    whoseAlert: async (alertId) => alerts.get(alertId),
    forget: async (customerId) => void kept.delete(customerId),
  };
  return { states, kept, alerts };
};

/** The use case with everything around it in memory and open to tests. */
export const updateSetUp = () => {
  const { states, kept, alerts: named } = memoryCustomerStates();
  const clock = fakeClock(new Date(start).toISOString());
  const { telemetry, counts, lines } = recordingTelemetry();
  const risks = new Map<string, number>();
  const asked: number[] = [];
  const consents = new Map<string, Consent>();
  const erased = new Set<string>();
  const sent: { alertId: string; reasons: unknown[]; churnRisk30d: number }[] = [];
  const world = { risk: 0.1, isModelDown: false, isTopicDown: false, refusesLogins: -1 };
  const deps = {
    states,
    optOuts: {
      read: async (ids: readonly string[]) => new Map(ids.map((id) => [id, consents.get(id) ?? 'given'])),
    },
    tombstones: {
      among: async (ids: readonly string[]) => new Set(ids.filter((id) => erased.has(id))),
    },
    scorer: {
      score: async (customers: readonly Readonly<Record<string, unknown>>[]) => {
        asked.push(customers.length);
        if (world.isModelDown) throw new Error('no endpoint');
        if (customers.some((values) => values['login_count_7d'] === world.refusesLogins)) {
          throw new InvalidRequestError([{ field: 'customers', allowed: 'fine', arrived: 'another' }]);
        }
        return {
          modelVersion: '1',
          predictions: customers.map(() => ({
            first_session_success: 0.5,
            session_velocity: 1,
            churn_risk_14d: world.risk,
            churn_risk_30d: world.risk,
            health_score: 50,
            reasons: ['login_count_7d', 'session_count_30d', 'avg_rating_30d', 'total_spend'].map(
              (feature, index) => ({ feature, direction: 'raises' as const, contribution: 1 / (index + 1) }),
            ),
          })),
        };
      },
    },
    alerts: {
      send: async ({ message }: { message: string }) => {
        if (world.isTopicDown) throw new Error('no topic');
        sent.push(JSON.parse(message));
      },
    },
    clock: clock.clock,
    telemetry,
    newId: () => `alert-${++next}`,
  };
  return {
    deps,
    kept,
    named,
    risks,
    asked,
    consents,
    erased,
    sent,
    world,
    counts,
    lines,
    advance: clock.advance,
    update: (...messages: readonly CustomerEventMessage[]) => makeUpdateCustomerFeatures(deps)(messages),
    entryOf: (customerId: string) => kept.get(customerId)?.entry,
  };
};
