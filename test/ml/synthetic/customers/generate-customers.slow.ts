import { describe, expect, it } from 'vitest';
import { rocAuc } from '../../../../ml/evaluation/roc-auc.ts';
import { customerFeatures } from '../../../../ml/features/customer/customer-features.ts';
import { bestPossible } from '../../../../ml/synthetic/customers/best-possible.ts';
import { customerRow } from '../../../../ml/synthetic/customers/customer-row.ts';
import { generateCustomers, usualShares } from '../../../../ml/synthetic/customers/generate-customers.ts';
import { recompute } from '../../features/customer/recompute.ts';

const cutoff = Date.UTC(2026, 0, 1);
const customers = [...generateCustomers({ count: 1000, seed: 5, shares: usualShares, cutoff })];
const rows = customers.map((customer) => customerRow(customer, cutoff));
const labels = customers.map((customer) => customer.labels);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const successes = labels.map((label) => label.label_first_session_success);
const areChurning = labels.map((label) => Number(label.label_churn_risk_30d >= 0.5));

describe('generateCustomers', () => {
  it('gives every customer features that equal a plain recomputation from the events', () => {
    for (const [position, { profile, events }] of customers.entries()) {
      for (const [name, value] of Object.entries(recompute(profile, events, cutoff))) {
        const written = rows[position]?.[name];
        if (value === null) expect(written, name).toBeNull();
        else expect(written, name).toBeCloseTo(value, 9);
      }
    }
  });

  it('has the shares of the segments, in each split too', () => {
    for (const [split, size] of Object.entries({ train: 700, validation: 150, test: 150 })) {
      const inSplit = customers.filter((customer) => customer.split === split);
      expect(inSplit).toHaveLength(size);
      for (const [segment, percent] of Object.entries(usualShares)) {
        expect(inSplit.filter((customer) => customer.segment === segment)).toHaveLength(
          (size * percent) / 100,
        );
      }
    }
  });

  it('dates events from signing up to 30 days after the cut-off, in order', () => {
    for (const { profile, events } of customers) {
      const times = events.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times[0] ?? cutoff).toBeGreaterThanOrEqual(profile.signedUpAt);
    }
  });

  it('gives risks, expectations and chances that its own draws bear out, within 4 standard errors', () => {
    const borneOut = (drawn: readonly number[], chances: readonly number[]) => {
      const spread = Math.sqrt(sum(chances.map((chance) => chance * (1 - chance))));
      expect(Math.abs(sum(drawn) - sum(chances)) / spread).toBeLessThan(4);
    };
    borneOut(
      labels.map((label) => label.outcome_churned_14d),
      labels.map((label) => label.label_churn_risk_14d),
    );
    borneOut(
      labels.map((label) => label.outcome_churned_30d),
      labels.map((label) => label.label_churn_risk_30d),
    );
    borneOut(
      successes,
      labels.map((label) => label.truth_first_session_success),
    );
    const surprises = labels.map(
      (label) => label.outcome_sessions_30d - (label.label_session_velocity * 30) / 7,
    );
    const spread = Math.sqrt(sum(surprises.map((surprise) => surprise ** 2)));
    expect(Math.abs(sum(surprises)) / spread).toBeLessThan(4);
  });

  it('gives labels in their ranges, and more risk in 14 days than in 30', () => {
    for (const label of labels) {
      expect(label.label_churn_risk_30d).toBeGreaterThanOrEqual(0);
      expect(label.label_churn_risk_14d).toBeGreaterThanOrEqual(label.label_churn_risk_30d - 1e-12);
      expect(label.label_churn_risk_14d).toBeLessThanOrEqual(1);
      expect(label.label_session_velocity).toBeGreaterThanOrEqual(0);
      expect(label.label_health_score).toBeGreaterThanOrEqual(0);
      expect(label.label_health_score).toBeLessThanOrEqual(100);
    }
  });

  it('has no feature that gives a label away', () => {
    const best = bestPossible(labels).firstSessionAuc;
    for (const { name } of customerFeatures) {
      const values = rows.map((row) => Number(row[name] ?? -1e6));
      const strength = (of: readonly number[]) => Math.max(rocAuc(of, values), 1 - rocAuc(of, values));
      expect(strength(successes), name).toBeLessThan(best);
      // The risk itself would have 1.
      expect(strength(areChurning), name).toBeLessThan(0.99);
    }
  });

  it('says nothing by the order or the id of a customer', () => {
    const order = customers.map((_, position) => position);
    expect(rows.map((row) => row['customer_id'])).toEqual(rows.map((row) => row['customer_id']).toSorted());
    // Standard error of an AUC of no worth: sqrt((p + n + 1) / (12 p n)), Mann & Whitney 1947.
    for (const of of [successes, areChurning]) {
      const [positives, all] = [sum(of), of.length];
      const error = Math.sqrt((all + 1) / (12 * positives * (all - positives)));
      expect(Math.abs(rocAuc(of, order) - 0.5)).toBeLessThan(4 * error);
    }
  });

  it('makes the same customers of the same seed, and others of another', () => {
    const firstOf = (seed: number) => [
      ...generateCustomers({ count: 20, seed, shares: usualShares, cutoff }),
    ];
    expect(firstOf(5)).toEqual(firstOf(5));
    expect(firstOf(6)).not.toEqual(firstOf(5));
  });

  it.each([
    [{ count: 0 }, 'count'],
    [{ count: 1.5 }, 'count'],
    [{ shares: { ...usualShares, churned: -1 } }, 'shares'],
    [{ shares: { thriving: 0, healthy: 0, at_risk: 0, churned: 0 } }, 'shares'],
  ])('refuses %j by the name of the field', (wrong, field) => {
    const options = { count: 20, seed: 1, shares: usualShares, cutoff, ...wrong };
    expect(() => generateCustomers(options).next()).toThrow(field);
  });
});
