import * as z from 'zod';
import { acquisitionChannels, gradeLevels, subscriptionTiers } from '../customer-categories.ts';
import type { CustomerEvent } from '../customer-event.ts';
import type { CustomerState, RecentEvent } from './customer-state.ts';

/** Rises whenever the form changes; a reader of another refuses. */
export const customerStateVersion = 1;

const moment = z.number().nullable();
const shortId = z.string().regex(/^[0-9a-f]{16}$/);
const at = z.number();

/** An event as a short list, its id, kind and moment first: some 40 bytes. */
const Packed = z.union([
  z.tuple([shortId, z.enum(['held', 'cancelled']), at, z.string(), z.number()]),
  z.tuple([shortId, z.enum(['login', 'message', 'tutor-change']), at]),
  z.tuple([shortId, z.enum(['paid', 'unpaid']), at, z.number()]),
  z.tuple([shortId, z.enum(['call', 'negative-call']), at]),
  z.tuple([shortId, z.literal('reply'), at, z.number()]),
]);
type Packed = z.infer<typeof Packed>;

/** A customer's state as a store keeps it: plain values of a few dozen kilobytes, never more than 400 KB. */
export const StoredCustomerState = z.object({
  schemaVersion: z.literal(customerStateVersion),
  profile: z
    .object({
      id: shortId,
      at,
      profile: z.object({
        customerId: z.string(),
        signedUpAt: z.number(),
        tier: z.enum(subscriptionTiers),
        channel: z.enum(acquisitionChannels),
        grade: z.enum(gradeLevels),
        subject: z.int(),
      }),
    })
    .optional(),
  /** JSON of packed events. */
  recent: z.string(),
  lifetime: z.object({
    sessions: z.int(),
    spendHundredths: z.int(),
    tutorChanges: z.int(),
    lastHeldAt: moment,
    lastLoginAt: moment,
    lastPaidAt: moment,
    lastCallAt: moment,
    first: z.object({ at, isSuccess: z.boolean() }).nullable(),
    /** Of each tutor the name, held, rated, stars and the last moment. */
    tutors: z.array(z.tuple([z.string(), z.int(), z.int(), z.int(), at])),
  }),
  /** 12 bytes each: the id, and the second of the event, big-endian; absent where there is none. */
  foldedIds: z.instanceof(Uint8Array).optional(),
  foldedUntil: z.number(),
  forgottenUntil: z.number(),
});
export type StoredCustomerState = z.infer<typeof StoredCustomerState>;

const bytesPerId = 12;

/** A state in the form in which it is kept; the same states give the same form. */
export const storeCustomerState = (state: CustomerState): StoredCustomerState => {
  const { profile, recent, lifetime, foldedIds, foldedUntil, forgottenUntil } = state;
  return {
    schemaVersion: customerStateVersion,
    ...(profile === undefined ? {} : { profile }),
    recent: JSON.stringify(recent.map(pack)),
    lifetime: {
      ...lifetime,
      tutors: [...lifetime.tutors]
        .map(([id, { held, rated, stars, lastAt }]): [string, number, number, number, number] => [
          id,
          held,
          rated,
          stars,
          lastAt,
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    },
    ...(foldedIds.size > 0 && { foldedIds: packIds(foldedIds) }),
    foldedUntil,
    forgottenUntil,
  };
};

/**
 * The state that was kept.
 *
 * @throws {z.ZodError} when it is of another version or form
 */
export const loadCustomerState = (stored: unknown): CustomerState => {
  const { profile, recent, lifetime, foldedIds, foldedUntil, forgottenUntil } =
    StoredCustomerState.parse(stored);
  return {
    profile,
    recent: z
      .array(Packed)
      .parse(JSON.parse(recent))
      .map((packed) => ({ id: packed[0], event: unpack(packed) })),
    lifetime: {
      ...lifetime,
      tutors: new Map(
        lifetime.tutors.map(([id, held, rated, stars, lastAt]) => [id, { held, rated, stars, lastAt }]),
      ),
    },
    foldedIds: unpackIds(foldedIds),
    foldedUntil,
    forgottenUntil,
  };
};

const pack = ({ id, event }: RecentEvent): Packed => {
  switch (event.type) {
    case 'session':
      return [id, event.outcome, event.at, event.tutorId, event.stars ?? 0];
    case 'payment':
      return [id, event.hasSucceeded ? 'paid' : 'unpaid', event.at, event.amount];
    case 'ib-call':
      return [id, event.isNegative ? 'negative-call' : 'call', event.at];
    case 'reply':
      return [id, 'reply', event.at, event.responseHours];
    default:
      return [id, event.type, event.at];
  }
};

const unpack = (packed: Packed): CustomerEvent => {
  const at = packed[2];
  switch (packed[1]) {
    case 'held':
    case 'cancelled': {
      const [, outcome, , tutorId, stars] = packed;
      return { type: 'session', at, outcome, ...(stars > 0 && { stars }), tutorId };
    }
    case 'paid':
    case 'unpaid':
      return { type: 'payment', at, hasSucceeded: packed[1] === 'paid', amount: packed[3] };
    case 'call':
    case 'negative-call':
      return { type: 'ib-call', at, isNegative: packed[1] === 'negative-call' };
    case 'reply':
      return { type: 'reply', at, responseHours: packed[3] };
    default:
      return { type: packed[1], at };
  }
};

const packIds = (ids: ReadonlyMap<string, number>): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(ids.size * bytesPerId);
  const view = new DataView(bytes.buffer);
  for (const [index, [id, second]] of [...ids].sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    view.setBigUint64(index * bytesPerId, BigInt(`0x${id}`));
    view.setUint32(index * bytesPerId + 8, second);
  }
  return bytes;
};

const unpackIds = (bytes = new Uint8Array()): Map<string, number> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ids = new Map<string, number>();
  for (let offset = 0; offset + bytesPerId <= bytes.byteLength; offset += bytesPerId) {
    const id = view.getBigUint64(offset).toString(16).padStart(16, '0');
    ids.set(id, view.getUint32(offset + 8));
  }
  return ids;
};
