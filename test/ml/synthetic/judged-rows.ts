import { isEligible } from '../../../ml/datasets/eligibility.ts';
import type { Journal } from '../../../ml/features/journal.ts';
import { labelCrisis } from '../../../ml/labels/label-crisis.ts';
import type { PopulationOptions, SyntheticUser } from '../../../ml/synthetic/population.ts';
import { generatePopulation } from '../../../ml/synthetic/population.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';

/** What a reader of the table makes of a person's items; those that do not parse are left out. */
export const journalOf = (user: SyntheticUser): Journal => {
  const of = (type: string) =>
    user.items
      .filter((item) => item.type === type)
      .flatMap((item) => {
        const at = parseTimestamp(String(item['timestamp']));
        return at === undefined ? [] : [{ item, at }];
      })
      .sort((a, b) => a.at - b.at);
  return {
    timeZone: user.timeZone,
    moods: of('MOOD').flatMap(({ item, at }) => {
      const { mood, notes } = item;
      if (typeof mood !== 'number') return [];
      return [{ at, mood, ...(notes === undefined ? {} : { notes: String(notes) }) }];
    }),
    chats: of('CHAT').map(({ item, at }) => ({ at, text: String(item['userMessage']) })),
    selfies: of('SELFIE').map(({ at }) => ({ at })),
    sessions: of('SESSION').map(({ item, at }) => ({ at, durationSeconds: Number(item['durationSeconds']) })),
  };
};

/** Everybody who is eligible after 60 days, with their true risk and what followed. */
export const judgedRows = (options: PopulationOptions) =>
  [...generatePopulation(options)].flatMap((user) => {
    const journal = journalOf(user);
    if (user.optedOut || !isEligible(journal, user.cutoff, 60)) return [];
    const risk = user.risk();
    return risk === undefined ? [] : [{ risk, label: labelCrisis(journal, user.cutoff).any }];
  });

/** Probability that a crisis has the higher risk of two, ties half (Mann & Whitney 1947). */
export const aucOfRisk = (rows: readonly { readonly risk: number; readonly label: 0 | 1 | 'censored' }[]) => {
  const positives = rows.filter((row) => row.label === 1);
  const negatives = rows.filter((row) => row.label === 0);
  let wins = 0;
  for (const positive of positives) {
    for (const negative of negatives) {
      wins += positive.risk > negative.risk ? 1 : positive.risk === negative.risk ? 0.5 : 0;
    }
  }
  return wins / (positives.length * negatives.length);
};
