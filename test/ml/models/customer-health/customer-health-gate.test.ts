import { describe, expect, it } from 'vitest';
import {
  CustomerHealthMetrics,
  customerHealthLimits,
  decideCustomerHealthApproval,
} from '../../../../ml/models/customer-health/customer-health-gate.ts';

/** A model that reaches so much of each figure, in the order of the guide's table. */
const metrics = (reached: readonly number[], best: readonly (number | null)[] = []) =>
  CustomerHealthMetrics.parse({
    guide: customerHealthLimits.map(({ name }, index) => ({
      name,
      reached: reached[index],
      interval: null,
      bestPossible: best[index] ?? null,
      linear: null,
      alone: null,
    })),
    probabilities: [],
  });

describe('the gate of customer-health models', () => {
  it('lets through what the training guide calls good', () => {
    // The guide's table, column "Good": >0.90, >0.92, >0.85, <8, <0.20.
    expect(decideCustomerHealthApproval(metrics([0.9, 0.92, 0.85, 8, 0.2]))).toEqual({
      approved: true,
      reasons: [],
    });
  });

  it.each([
    [0, 0.899, 'churn within 14 days: 0.899, and at least 0.900'],
    [1, 0.919, 'churn within 30 days: 0.919, and at least 0.920'],
    [2, 0.84, 'first session: 0.840, and at least 0.850'],
    [3, 8.1, 'health score: 8.100, and at most 8.000'],
    [4, 0.21, 'velocity: 0.210, and at most 0.200'],
  ])('refuses what falls short of it in figure %i, and says by how much', (index, value, said) => {
    const { approved, reasons } = decideCustomerHealthApproval(
      metrics([0.95, 0.95, 0.9, 5, 0.1].with(index, value)),
    );
    expect(approved).toBe(false);
    expect(reasons).toEqual([expect.stringContaining(said)]);
  });

  it('asks for no more than 2 % less than the best possible where nobody can be good', () => {
    // Best possible accuracy .75: .735 is 98 % of it. Best possible error .25: .255 is 102 % of it.
    const best = [null, null, 0.75, null, 0.25];
    expect(decideCustomerHealthApproval(metrics([0.95, 0.95, 0.736, 5, 0.254], best)).approved).toBe(true);
    expect(decideCustomerHealthApproval(metrics([0.95, 0.95, 0.734, 5, 0.256], best)).reasons).toHaveLength(
      2,
    );
  });

  it('takes no evidence for none', () => {
    expect(decideCustomerHealthApproval(null).approved).toBe(false);
    const unmeasured = CustomerHealthMetrics.parse({ guide: [] });
    expect(decideCustomerHealthApproval(unmeasured).reasons).toHaveLength(5);
  });
});
