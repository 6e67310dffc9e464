import type { PerformanceRecord } from '../../../ml/evaluation/performance-record.ts';
import type { ScoredOutcomes } from '../../../ml/evaluation/scored-outcomes.ts';
import type { Page } from './feature-sets.ts';

/** Which records of a model are wanted. */
export interface PerformanceQuery {
  readonly modelId: string;
  readonly version?: number | undefined;
  readonly environment?: string | undefined;
  readonly split?: string | undefined;
  /** A metric that each record has. */
  readonly metric?: string | undefined;
  readonly limit: number;
  /** What the page before gave as `next`. */
  readonly after?: string | undefined;
}

/** What models were measured to be worth, over time. */
export interface ModelPerformance {
  /** False when the same record is there already. */
  record(record: PerformanceRecord, outcomes: ScoredOutcomes | undefined): Promise<boolean>;
  /** Newest first. */
  history(query: PerformanceQuery): Promise<Page<PerformanceRecord>>;
  /** The outcomes behind a record, where it was given any. */
  outcomes(record: PerformanceRecord): Promise<ScoredOutcomes | undefined>;
}
