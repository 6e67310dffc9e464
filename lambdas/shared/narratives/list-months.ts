import type { ConditionalObjects } from '../ports/conditional-objects.ts';
import { monthOfKey, type TrainingMonth } from './training-month.ts';

/** The months that something lies in under any of these prefixes, in order of domain and month. */
export const listMonths = async (
  objects: Pick<ConditionalObjects, 'list'>,
  prefixes: readonly string[],
): Promise<readonly TrainingMonth[]> => {
  const months = new Map<string, TrainingMonth>();
  for (const prefix of prefixes) {
    for await (const { key } of objects.list(prefix)) {
      const month = monthOfKey(prefix, key);
      if (month !== undefined) months.set(`${month.domain} ${month.month}`, month);
    }
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, month]) => month);
};
