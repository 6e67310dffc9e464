import type { LabelCounts } from './survey-counts.ts';
import type { Candidate, Label } from './survey-user.ts';

/** How the candidates are labelled under one policy. */
export const countLabels = (candidates: readonly Candidate[], policy: 'any' | 'asserted'): LabelCounts => {
  const count = (label: Label) => candidates.filter((candidate) => candidate[policy] === label).length;
  return { negative: count(0), positive: count(1), censored: count('censored') };
};
