import type { SessionEvent } from './customer-event.ts';

/**
 * The tutor who held most of the sessions; of equals the one whose session is the latest.
 *
 * @param held - in order of time, shape [n]
 * @returns undefined when n = 0
 * @example
 * primaryTutorOf([{ type: 'session', at: 1, outcome: 'held', tutorId: 'a' }, { type: 'session', at: 2, outcome: 'held', tutorId: 'b' }]) // => 'b'
 */
export const primaryTutorOf = (held: readonly SessionEvent[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const { tutorId } of held) counts.set(tutorId, (counts.get(tutorId) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return held.findLast(({ tutorId }) => counts.get(tutorId) === most)?.tutorId;
};
