import type { CustomerRow } from './customer-row.ts';
import { type SegmentName, segmentNames } from './segments.ts';

export interface CustomerStatistics {
  readonly customers: number;
  readonly segments: Readonly<Record<SegmentName, number>>;
  /** Smallest and largest; undefined where no customer has a value. */
  readonly ranges: {
    readonly sessionFrequency: readonly [number, number] | undefined;
    readonly avgRating: readonly [number, number] | undefined;
    readonly ibCalls14d: readonly [number, number] | undefined;
    readonly healthScore: readonly [number, number] | undefined;
  };
  /** Shares, 0 … 1, and means. */
  readonly labels: {
    readonly firstSessionSuccess: number;
    readonly highChurnRisk14d: number;
    readonly highChurnRisk30d: number;
    readonly healthScore: number;
    /** Sessions per week. */
    readonly sessionVelocity: number;
  };
}

/** A churn risk from which on it counts as high. */
const highRisk = 0.5;

/** Gathers what the generator prints of a dataset, row by row. */
export const makeCustomerStatistics = () => {
  const counts = { thriving: 0, healthy: 0, at_risk: 0, churned: 0 };
  const ranges = new Map<string, [number, number]>();
  const sums = { first: 0, high14d: 0, high30d: 0, health: 0, velocity: 0 };
  const numberOf = (row: CustomerRow, name: string) => Number(row[name]);
  const widen = (row: CustomerRow, name: string) => {
    const value = row[name];
    if (typeof value !== 'number') return;
    const [least, most] = ranges.get(name) ?? [value, value];
    ranges.set(name, [Math.min(least, value), Math.max(most, value)]);
  };
  return {
    add(row: CustomerRow) {
      for (const name of segmentNames) if (row['segment'] === name) counts[name] += 1;
      for (const name of [
        'session_frequency_7d',
        'avg_rating_30d',
        'ib_call_count_14d',
        'label_health_score',
      ]) {
        widen(row, name);
      }
      sums.first += numberOf(row, 'label_first_session_success');
      sums.high14d += Number(numberOf(row, 'label_churn_risk_14d') >= highRisk);
      sums.high30d += Number(numberOf(row, 'label_churn_risk_30d') >= highRisk);
      sums.health += numberOf(row, 'label_health_score');
      sums.velocity += numberOf(row, 'label_session_velocity');
    },
    /** What was gathered so far; the means of no row are NaN. */
    result(): CustomerStatistics {
      const customers = segmentNames.reduce((sum, name) => sum + counts[name], 0);
      return {
        customers,
        segments: { ...counts },
        ranges: {
          sessionFrequency: ranges.get('session_frequency_7d'),
          avgRating: ranges.get('avg_rating_30d'),
          ibCalls14d: ranges.get('ib_call_count_14d'),
          healthScore: ranges.get('label_health_score'),
        },
        labels: {
          firstSessionSuccess: sums.first / customers,
          highChurnRisk14d: sums.high14d / customers,
          highChurnRisk30d: sums.high30d / customers,
          healthScore: sums.health / customers,
          sessionVelocity: sums.velocity / customers,
        },
      };
    },
  };
};
