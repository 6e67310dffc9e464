import type { SampleScore } from '../shared/ports/health-metrics.ts';
import { type Admission, conflict } from './admit-entries.ts';
import { type MetricResult, metricResult } from './health-answer.ts';
import type { Rejection } from './schema.ts';
import type { Outcome } from './store-samples.ts';
import type { MeasuredEntry } from './wear-entry.ts';

/** What a call did with each metric; the three counts add up to the metrics of the request. */
export interface Tally {
  readonly accepted: number;
  readonly duplicates: number;
  /** By index. */
  readonly rejected: readonly Rejection[];
  /** Of metrics that are stored and have a score, by index. */
  readonly results: readonly MetricResult[];
}

/**
 * Puts together what became of a request's metrics.
 *
 * @param refused - metrics that were not understood
 * @param outcomeOf - of each admitted metric
 */
export const tallyOutcomes = (
  refused: readonly Rejection[],
  { entries, repeats, rejected: notAdmitted }: Admission,
  outcomeOf: (entry: MeasuredEntry) => Outcome,
): Tally => {
  const counts = { accepted: 0, duplicate: 0 };
  const rejected: Rejection[] = [...refused, ...notAdmitted];
  const results: MetricResult[] = [];
  const sameAs = Map.groupBy(repeats, ({ of }) => of);
  for (const { index, entry } of entries) {
    const outcome = outcomeOf(entry);
    const again = sameAs.get(index) ?? [];
    const indices = [index, ...again.map((repeat) => repeat.index)];
    if (outcome.kind === 'conflict') rejected.push(...indices.map(conflict));
    else if (outcome.kind === 'too-dense') rejected.push(...indices.map(tooDense));
    else {
      counts[outcome.kind] += 1;
      counts.duplicate += again.length;
      results.push(...resultsOf(indices, entry.timestampMs, outcome.score));
    }
  }
  return {
    accepted: counts.accepted,
    duplicates: counts.duplicate,
    rejected: rejected.sort((a, b) => a.index - b.index),
    results: results.sort((a, b) => a.index - b.index),
  };
};

const resultsOf = (
  indices: readonly number[],
  timestamp: number,
  score: SampleScore | undefined,
): readonly MetricResult[] =>
  score === undefined ? [] : indices.map((index) => metricResult({ index, timestamp }, score));

const tooDense = (index: number): Rejection => ({
  index,
  code: 'too-dense',
  message: 'The device has sent more metrics for these five minutes than are stored.',
});
