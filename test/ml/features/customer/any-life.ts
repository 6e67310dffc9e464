import * as fc from 'fast-check';
import type { CustomerEvent } from '../../../../ml/features/customer/customer-event.ts';

/**
 * Up to 60 events of one customer, no two sessions of one instant, whose order would be open.
 *
 * @param at - moments to choose from
 */
export const anyLife = (at: fc.Arbitrary<number>): fc.Arbitrary<CustomerEvent[]> => {
  const event: fc.Arbitrary<CustomerEvent> = fc.oneof(
    fc.record(
      {
        type: fc.constant('session' as const),
        at,
        outcome: fc.constantFrom('held' as const, 'cancelled' as const),
        stars: fc.integer({ min: 1, max: 5 }),
        tutorId: fc.constantFrom('a', 'b', 'c'),
      },
      { requiredKeys: ['type', 'at', 'outcome', 'tutorId'] },
    ),
    fc.record({ type: fc.constantFrom('login' as const, 'message' as const, 'tutor-change' as const), at }),
    fc.record({
      type: fc.constant('payment' as const),
      at,
      hasSucceeded: fc.boolean(),
      amount: fc.nat(9999).map((hundredths) => hundredths / 100),
    }),
    fc.record({ type: fc.constant('ib-call' as const), at, isNegative: fc.boolean() }),
    fc.record({ type: fc.constant('reply' as const), at, responseHours: fc.nat(48) }),
  );
  return fc.uniqueArray(event, {
    maxLength: 60,
    selector: (one) => (one.type === 'session' ? `session ${one.at}` : one),
  });
};
