import { peopleFolds } from './people-folds.ts';
import { fitUsual, type GroupedStatistics, makeDistanceTerms } from './usual-windows.ts';

/**
 * How far somebody who was not learned from lies from what was learned, for each group: people are left out in turn,
 * and each one's distances from the others are averaged over the windows and then over people. Where a group shows few
 * people their spread looks smaller than it is, and newcomers lie farther out.
 *
 * @param statistics - of normal windows
 * @param people - whose each window is, shape [n]
 * @param commonShare - as for `fitGaussians`
 * @returns shape [groups], above 0; 1 for a group in which nobody can be left out
 */
export const newcomerDistances = (
  statistics: GroupedStatistics,
  people: readonly string[],
  commonShare: number,
): Float64Array => {
  const { groupOf, groups } = statistics;
  const { count, foldOf } = peopleFolds(people);
  const sums = Array.from({ length: groups }, () => new Map<string, { sum: number; windows: number }>());
  for (let fold = 0; fold < count; fold += 1) {
    const usual = fitUsual(statistics, commonShare, (window) => foldOf[window] !== fold);
    if (usual === undefined) continue;
    const termsOf = usual.map((gaussian) => makeDistanceTerms(statistics, gaussian));
    foldOf.forEach((of, window) => {
      if (of !== fold) return;
      const group = groupOf[window]!;
      const terms = termsOf[group]!(window);
      const distance = Math.max(
        0,
        terms.reduce((sum, term) => sum + term, 0),
      );
      const own = sums[group]!.get(people[window]!) ?? { sum: 0, windows: 0 };
      sums[group]!.set(people[window]!, { sum: own.sum + distance, windows: own.windows + 1 });
    });
  }
  return Float64Array.from(sums, (persons) => {
    const means = [...persons.values()].map(({ sum, windows }) => sum / windows);
    const mean = means.reduce((total, value) => total + value / means.length, 0);
    return mean > 0 ? mean : 1;
  });
};
