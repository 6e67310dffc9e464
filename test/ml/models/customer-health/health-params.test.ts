import { describe, expect, it } from 'vitest';
import { customerInputNames } from '../../../../ml/features/customer/customer-columns.ts';
import { fitHealthParams, normalizeInputs } from '../../../../ml/models/customer-health/health-params.ts';

const width = customerInputNames.length;
const place = (name: string) => customerInputNames.indexOf(name);

/** A customer of whom only some inputs differ from 0. */
const customer = (inputs: Readonly<Record<string, number>>): Float64Array => {
  const row = new Float64Array(width);
  for (const [name, value] of Object.entries(inputs)) row[place(name)] = value;
  return row;
};

const both = Float64Array.from([
  ...customer({ customer_tenure_days: 16, total_sessions: 9, avg_rating_7d: 4, total_spend: 10 }),
  ...customer({ customer_tenure_days: 96, total_sessions: 19, avg_rating_7d: Number.NaN, total_spend: 0 }),
]);
const params = fitHealthParams(both);

describe('normalisation', () => {
  it('makes a rate of the lifetime sessions, a logarithm of times and sums, and leaves the rest', () => {
    // (1 + 9) / (4 + 16) = 0.5 and (1 + 19) / (4 + 96) = 0.2 sessions a day.
    expect(params.mean[place('total_sessions')]).toBeCloseTo(0.35, 12);
    expect(params.std[place('total_sessions')]).toBeCloseTo(0.15, 12);
    expect(params.mean[place('customer_tenure_days')]).toBeCloseTo((Math.log(17) + Math.log(97)) / 2, 12);
    expect(params.mean[place('total_spend')]).toBeCloseTo(Math.log(11) / 2, 12);
    expect(params.mean[place('avg_rating_7d')]).toBe(4);
    const flagged = customerInputNames.filter((_, input) => params.perDay[input]);
    expect(flagged).toEqual(['total_sessions']);
  });

  it('gives the customers that it was learned from a mean of 0 and a deviation of 1', () => {
    const x = normalizeInputs(both, params);
    for (const name of ['total_sessions', 'customer_tenure_days', 'total_spend']) {
      expect(Math.abs(x[place(name)]!), name).toBeCloseTo(1, 12);
      expect(x[width + place(name)], name).toBeCloseTo(-x[place(name)]!, 12);
    }
    expect(x[width + place('avg_rating_7d')]).toBe(0);
  });

  it('knows no extreme rate of who signed up today', () => {
    const x = normalizeInputs(customer({ total_sessions: 1 }), params);
    // (1 + 1) / (4 + 0) = 0.5: one deviation above the mean.
    expect(x[place('total_sessions')]).toBeCloseTo(1, 12);
  });
});
