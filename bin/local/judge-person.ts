import { marshall } from '@aws-sdk/util-dynamodb';
import { makeJournalBuilder } from '../../lambdas/shared/adapters/journal-builder.ts';
import { isEligible } from '../../ml/datasets/eligibility.ts';
import { rocAuc } from '../../ml/evaluation/roc-auc.ts';
import { labelCrisis } from '../../ml/labels/label-crisis.ts';
import {
  generatePopulation,
  type PopulationOptions,
  type SyntheticUser,
} from '../../ml/synthetic/population.ts';

/** One made-up person at the default cut-off: what really followed, and how likely it was. */
export interface JudgedPerson {
  readonly userId: string;
  /** Milliseconds since 1970 UTC. */
  readonly cutoff: number;
  /** True probability of label 1, which only the generator can know. */
  readonly risk: number;
  readonly label: 0 | 1;
}

const minDays = 60;

/**
 * Reads a made-up person as the pipeline would.
 *
 * @returns undefined for those that never become a row: opted out, too short a history, or silent afterwards
 */
export const judgePerson = (person: SyntheticUser): JudgedPerson | undefined => {
  if (person.optedOut) return undefined;
  const builder = makeJournalBuilder();
  for (const item of person.items) builder.add(marshall(item));
  const { journal } = builder.build();
  const { userId, cutoff } = person;
  if (!isEligible(journal, cutoff, minDays)) return undefined;
  const label = labelCrisis(journal, cutoff).any;
  const risk = label === 'censored' ? undefined : person.risk();
  return label === 'censored' || risk === undefined ? undefined : { userId, cutoff, risk, label };
};

/**
 * Those people of a population that become a row.
 *
 * @param isWanted - who is to be judged; the others' risks are not simulated
 */
export const judgePopulation = (
  options: PopulationOptions,
  isWanted: (userId: string) => boolean,
): JudgedPerson[] =>
  generatePopulation(options)
    .filter((person) => isWanted(person.userId))
    .map(judgePerson)
    .filter((person) => person !== undefined)
    .toArray();

/** AUC of the true risks: what no model can beat but by luck. Null when only one class occurs. */
export const bestPossibleAuc = (people: readonly JudgedPerson[]): number | null => {
  const labels = people.map((person) => person.label);
  return new Set(labels).size < 2
    ? null
    : rocAuc(
        labels,
        people.map((person) => person.risk),
      );
};
