import type { DatasetRow } from '../../../ml/datasets/dataset-row.ts';
import { mapWithLimit } from '../map-with-limit.ts';
import type { FeatureExtractor, FeatureOutcome } from '../ports/feature-extractor.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { extractBatch } from './extract-batch.ts';
import type { Candidate } from './survey-user.ts';

/** A candidate that will be a row: its label under the chosen policy is known. */
export interface LabelledCandidate extends Candidate {
  readonly label: 0 | 1;
}

export interface Extraction {
  readonly rows: readonly DatasetRow[];
  readonly usersFailed: number;
  /** Opted out or erased since they were surveyed. */
  readonly usersWithdrawn: number;
}

interface ExtractionOptions {
  readonly days: number;
  readonly batchesInFlight: number;
  /** More failed users than this, and the rest is not worth paying for. */
  readonly maxFailedUsers: number;
}

const pairsPerBatch = 25;
const withdrawn = new Set(['opted-out', 'user-not-found']);

/** Features of all candidates in bounded flight; a person with any failed cut-off gives no row at all. */
export const extractRows = async (
  deps: { features: FeatureExtractor; telemetry: Telemetry },
  candidates: readonly LabelledCandidate[],
  options: ExtractionOptions,
): Promise<Extraction> => {
  const rows: DatasetRow[] = [];
  const failed = new Set<string>();
  const gone = new Set<string>();
  const isAbandoned = () => failed.size > options.maxFailedUsers;
  const take = (candidate: LabelledCandidate, outcome: FeatureOutcome | undefined) => {
    const { userId: personId, cutoff, cutoffDay, label } = candidate;
    if (outcome?.ok === true) rows.push({ personId, cutoff, cutoffDay, label, features: outcome.values });
    else if (outcome !== undefined && withdrawn.has(outcome.code)) gone.add(personId);
    else failed.add(personId);
  };

  await mapWithLimit(batchesOf(candidates), options.batchesInFlight, async (batch) => {
    if (isAbandoned()) return;
    const pairs = batch.map(({ userId, cutoff }) => ({ userId, asOf: cutoff }));
    const outcomes = await extractBatch(deps, pairs, options.days);
    for (const [index, candidate] of batch.entries()) take(candidate, outcomes[index]);
  });
  return {
    rows: rows.filter(({ personId }) => !failed.has(personId) && !gone.has(personId)),
    usersFailed: failed.size,
    usersWithdrawn: gone.size,
  };
};

const batchesOf = (candidates: readonly LabelledCandidate[]): readonly (readonly LabelledCandidate[])[] =>
  Array.from({ length: Math.ceil(candidates.length / pairsPerBatch) }, (_, index) =>
    candidates.slice(index * pairsPerBatch, (index + 1) * pairsPerBatch),
  );

/** The candidates whose label is known under the policy; the others are censored. */
export const labelledCandidates = (
  candidates: readonly Candidate[],
  policy: 'any' | 'asserted',
): readonly LabelledCandidate[] =>
  candidates.flatMap((candidate) => {
    const label = candidate[policy];
    return label === 'censored' ? [] : [{ ...candidate, label }];
  });
