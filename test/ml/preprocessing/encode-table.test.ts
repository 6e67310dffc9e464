import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../ml/preprocessing/encode-table.ts';

const table = {
  header: ['id', 'sex', 'months', 'plan', 'charge', 'left'],
  rows: [
    ['a', 'Female', '1', 'month', '29.85', 'No'],
    ['b', 'Male', '34', 'year', ' ', 'Yes'],
    ['c', 'Male', '2', 'two years', '108.15', 'No'],
    ['d', '', '45', '', '1e2', 'Yes'],
  ],
};
const options = { labelColumn: 'left', positiveClass: 'Yes', idColumn: 'id' };

describe('encodeTable', () => {
  it('keeps numbers, makes one column of two values and one of each of several, and leaves blanks missing', () => {
    expect(encodeTable(table, options)).toEqual({
      header: ['id', 'sex=Male', 'months', 'plan=month', 'plan=two years', 'plan=year', 'charge', 'left'],
      rows: [
        ['a', '0', '1', '1', '0', '0', '29.85', '0'],
        ['b', '1', '34', '0', '0', '1', '', '1'],
        ['c', '1', '2', '0', '1', '0', '108.15', '0'],
        ['d', '', '45', '', '', '', '1e2', '1'],
      ],
    });
  });

  it('leaves the label last, and does without an id', () => {
    const { header } = encodeTable(
      {
        header: ['left', 'months'],
        rows: [
          ['Yes', '1'],
          ['No', '2'],
        ],
      },
      { labelColumn: 'left', positiveClass: 'Yes' },
    );
    expect(header).toEqual(['months', 'left']);
  });

  it.each([
    ['a label column that is absent', { ...options, labelColumn: 'churned' }, 'no column churned'],
    ['an id column that is absent', { ...options, idColumn: 'key' }, 'no column key'],
    ['a positive class that never occurs', { ...options, positiveClass: 'yes' }, 'No row has yes'],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => encodeTable(table, wrong)).toThrow(message);
  });

  it('refuses a row without a label, and a text column with more than 50 values', () => {
    const unlabelled = { ...table, rows: [...table.rows, ['e', '', '', '', '', ' ']] };
    expect(() => encodeTable(unlabelled, options)).toThrow('Data row 5 has no label');
    const names = { header: ['name', 'left'], rows: Array.from({ length: 51 }, (_, i) => [`n${i}`, 'Yes']) };
    expect(() => encodeTable(names, { labelColumn: 'left', positiveClass: 'Yes' })).toThrow(
      '51 different values',
    );
  });
});
