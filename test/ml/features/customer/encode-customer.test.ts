import { describe, expect, it } from 'vitest';
import { customerColumns, customerInputNames } from '../../../../ml/features/customer/customer-columns.ts';
import { encodeCustomer } from '../../../../ml/features/customer/encode-customer.ts';
import { customerRow } from '../../../../ml/synthetic/customers/customer-row.ts';
import { generateCustomers, usualShares } from '../../../../ml/synthetic/customers/generate-customers.ts';
import { exampleCustomer } from './example-customer.ts';

const record = Object.fromEntries(
  customerColumns.map(({ name }, position) => [name, exampleCustomer[position]]),
);

describe('encodeCustomer', () => {
  it('turns 46 columns into 59 inputs with names of their own', () => {
    expect(exampleCustomer).toHaveLength(46);
    expect(customerColumns).toHaveLength(46);
    expect(new Set(customerInputNames).size).toBe(59);
  });

  it("takes the guide's example, with one input set for each category", () => {
    const inputs = encodeCustomer(record);
    const set = customerInputNames.filter((name, position) => name.includes('=') && inputs[position] === 1);
    expect(inputs).toHaveLength(59);
    expect(set).toEqual([
      'subscription_tier=standard',
      'acquisition_channel=organic',
      'grade_level=high_school',
      'primary_subject=mathematics',
    ]);
    expect(inputs[customerInputNames.indexOf('engagement_trend')]).toBe(-2);
  });

  it('takes a category by its name as by its index', () => {
    expect(encodeCustomer({ ...record, grade_level: 'high_school' })).toEqual(encodeCustomer(record));
  });

  it('takes every generated customer, with the columns in the order of the file', () => {
    const cutoff = Date.UTC(2026, 0, 1);
    for (const customer of generateCustomers({ count: 40, seed: 2, shares: usualShares, cutoff })) {
      const columns = Object.entries(customerRow(customer, cutoff)).slice(2, 48);
      expect(columns.map(([name]) => name)).toEqual(customerColumns.map(({ name }) => name));
      expect(encodeCustomer(Object.fromEntries(columns))).toHaveLength(59);
    }
  });

  it('leaves an unknown rating to be filled', () => {
    const inputs = encodeCustomer({ ...record, avg_rating_7d: null });
    expect(inputs[customerInputNames.indexOf('avg_rating_7d')]).toBeNaN();
  });

  it.each([
    ['total_sessions', undefined, 'nothing arrived'],
    ['total_sessions', null, 'null arrived'],
    ['total_sessions', Number.NaN, 'NaN arrived'],
    ['total_sessions', '24', 'a string arrived'],
    ['cancellation_rate_7d', 1.01, 'from 0 to 1'],
    ['days_since_last_session', -1, 'from 0 to'],
    ['grade_level', 'kindergarten', 'one of elementary'],
    ['grade_level', 4, 'from 0 to 3'],
    ['primary_subject', 0.5, 'from 0 to 18'],
    ['primary_subject', null, 'null arrived'],
    ['tutor_mood', 3, 'left out'],
    ['__proto__x', 3, 'left out'],
  ])('refuses %s of %s by its name', (name, value, said) => {
    const refused = () => encodeCustomer({ ...record, [name]: value });
    expect(refused).toThrow(name);
    expect(refused).toThrow(said);
  });

  it('names a renamed column twice: the one that is missing and the one that is not known', () => {
    const { total_spend: spend, ...rest } = record;
    const refused = () => encodeCustomer({ ...rest, total_spent: spend });
    expect(refused).toThrow('total_spend must be');
    expect(refused).toThrow('total_spent must be left out');
  });
});
