import { describe, expect, it } from 'vitest';
import { customerColumns } from '../../../../ml/features/customer/customer-columns.ts';
import { encodeCustomer } from '../../../../ml/features/customer/encode-customer.ts';
import { parseCustomer } from '../../../../ml/features/customer/parse-customer.ts';
import { parseCustomers } from '../../../../ml/features/customer/parse-customers.ts';
import { exampleCustomer } from './example-customer.ts';

const record = Object.fromEntries(customerColumns.map(({ name }, index) => [name, exampleCustomer[index]]));

describe('parseCustomer', () => {
  it("takes the guide's example as a list, and reads it as the same customer by name", () => {
    expect(parseCustomer(exampleCustomer)).toEqual(record);
    // As commented in the guide: 24 sessions, standard, organic, high school, response after 3.5 h, AP calculus.
    expect(parseCustomer(exampleCustomer)).toMatchObject({
      ib_call_count_14d: 2,
      days_since_last_session: 15,
      total_sessions: 24,
      tutor_response_hours: 3.5,
      session_velocity_change: -0.15,
    });
    const named = {
      ...record,
      subscription_tier: 'standard',
      acquisition_channel: 'organic',
      grade_level: 'high_school',
      primary_subject: 'ap_calculus',
    };
    expect(encodeCustomer(parseCustomer(exampleCustomer))).toEqual(encodeCustomer(parseCustomer(named)));
  });

  it.each([
    ['a list of 45', exampleCustomer.slice(0, -1), 'primary_subject must be one of'],
    ['a list of 47', [...exampleCustomer, 1], 'value 47 must be left out'],
    [
      'a category that the list does not have',
      [...exampleCustomer.slice(0, 45), 19],
      'primary_subject must be',
    ],
    ['no customer', undefined, 'nothing arrived'],
    ['null', null, 'null arrived'],
    ['a text', 'customer', 'a string arrived'],
    ['a number', 3, 'a number arrived'],
    ['nobody', {}, 'session_count_7d must be'],
    ['NaN', { ...record, total_spend: Number.NaN }, 'total_spend must be'],
    ['a name that is code', JSON.parse('{"__proto__": {"total_spend": 1}}'), 'total_spend must be'],
  ])('refuses %s and says what is wrong', (_, raw, said) => {
    expect(() => parseCustomer(raw)).toThrow(said);
  });

  it('keeps its refusal short, however many columns nobody knows', () => {
    const noise = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`${'x'.repeat(500)}${index}`, 1]),
    );
    const problem = () => parseCustomer({ ...record, ...noise });
    expect(problem).toThrow(expect.objectContaining({ message: expect.stringMatching(/^.{1,2000}$/) }));
  });
});

describe('parseCustomers', () => {
  it.each([
    ['one customer', record, 1],
    ['one list of values', exampleCustomer, 1],
    ['a list of both', [record, exampleCustomer], 2],
    ['instances', { instances: [exampleCustomer, exampleCustomer, record] }, 3],
  ])('takes %s', (_, raw, count) => {
    expect(parseCustomers(raw, 10)).toEqual(Array.from({ length: count }, () => record));
  });

  it.each([
    ['an empty list', [], 'an empty list arrived'],
    ['instances that are none', { instances: 'x' }, 'an empty list arrived'],
    ['a wrong record', [record, { ...record, total_spend: -1 }], 'customers[1].total_spend must be'],
    ['a record that is none', [record, 7], 'customers[1] must be a customer'],
    ['more than the limit', Array.from({ length: 11 }, () => record), 'At most 10 customers'],
  ])('refuses %s', (_, raw, said) => {
    expect(() => parseCustomers(raw, 10)).toThrow(said);
  });
});
