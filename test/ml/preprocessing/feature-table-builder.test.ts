import { describe, expect, it } from 'vitest';
import { selectRows } from '../../../ml/preprocessing/feature-table.ts';
import { featureTableBuilder, type TableColumns } from '../../../ml/preprocessing/feature-table-builder.ts';

const build = (
  header: readonly string[],
  rows: readonly string[][],
  columns: TableColumns = { labelColumn: 'label' },
) => {
  const builder = featureTableBuilder(columns);
  builder.startFile(header, 'train.csv');
  rows.forEach((cells, index) => {
    builder.addRow(cells, index + 2);
  });
  return builder.finish();
};
const header = ['sample_id', 'x', 'y', 'label'];

describe('featureTableBuilder', () => {
  it('tells id, features and label apart, and reads an empty cell as missing', () => {
    const table = build(header, [
      ['sample_1', '1.5', '', '1'],
      ['sample_2', '-2e-3', ' 4 ', '0'],
    ]);
    expect(table.featureNames).toEqual(['x', 'y']);
    expect(table.ids).toEqual(['sample_1', 'sample_2']);
    expect([...table.labels]).toEqual([1, 0]);
    expect([...table.values]).toEqual([1.5, Number.NaN, -0.002, 4]);
    expect(table.hasIds).toBe(true);
  });

  it('takes each row as a person of its own where there is no id', () => {
    const table = build(
      ['x', 'label'],
      [
        ['1', '0'],
        ['1', '0'],
      ],
    );
    expect(new Set(table.ids).size).toBe(2);
    expect(table.hasIds).toBe(false);
  });

  it('takes a second file whose columns stand in another order', () => {
    const builder = featureTableBuilder({ labelColumn: 'label' });
    builder.startFile(header, 'a.csv');
    builder.addRow(['p', '1', '2', '0'], 2);
    builder.startFile(['label', 'y', 'x', 'sample_id'], 'b.csv');
    builder.addRow(['1', '4', '3', 'q'], 2);
    expect([...builder.finish().values]).toEqual([1, 2, 3, 4]);
  });

  it.each<[string, string[], string[], TableColumns, string]>([
    ['no label column', ['x'], ['1'], { labelColumn: 'label' }, 'train.csv has no column label'],
    [
      'a named id column that is absent',
      ['x', 'label'],
      ['1', '1'],
      { labelColumn: 'label', idColumn: 'key' },
      'no column key',
    ],
    [
      'a label that is neither 0 nor 1',
      header,
      ['p', '1', '2', '2'],
      { labelColumn: 'label' },
      'line 2, column label: a label must be 0 or 1',
    ],
    ['an empty label', header, ['p', '1', '2', ''], { labelColumn: 'label' }, 'line 2, column label'],
    [
      'NaN',
      header,
      ['p', 'NaN', '2', '1'],
      { labelColumn: 'label' },
      'line 2, column x: not a finite decimal number',
    ],
    ['a number too large', header, ['p', '1', '1e999', '1'], { labelColumn: 'label' }, 'line 2, column y'],
    ['a hexadecimal number', header, ['p', '0x1f', '1', '1'], { labelColumn: 'label' }, 'line 2, column x'],
    [
      'an empty id',
      header,
      ['', '1', '1', '1'],
      { labelColumn: 'label' },
      'line 2, column sample_id: an id must not be empty',
    ],
    ['no feature', ['sample_id', 'label'], ['p', '1'], { labelColumn: 'label' }, 'no feature column'],
    ['a column twice', ['x', 'x', 'label'], ['1', '1', '1'], { labelColumn: 'label' }, 'two columns named x'],
    [
      'a column without a name',
      ['x', '', 'label'],
      ['1', '1', '1'],
      { labelColumn: 'label' },
      'without a name',
    ],
    [
      'a feature that was not asked for',
      header,
      ['p', '1', '1', '1'],
      { labelColumn: 'label', featureNames: ['x'] },
      'has a column y',
    ],
    [
      'a feature that is absent',
      header,
      ['p', '1', '1', '1'],
      { labelColumn: 'label', featureNames: ['x', 'z'] },
      'no column z',
    ],
  ])('refuses %s', (_, names, cells, columns, message) => {
    const attempt = () => build(names, [cells], columns);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ code: 'unusable-table' }));
  });

  it('never quotes a cell', () => {
    expect(() => build(header, [['p', 'secret-cell', '1', '1']])).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret-cell') }),
    );
  });
});

describe('selectRows', () => {
  it('takes rows in the order asked for, repeated if asked', () => {
    const table = build(header, [
      ['p', '1', '2', '0'],
      ['q', '3', '4', '1'],
    ]);
    const selected = selectRows(table, [1, 1, 0]);
    expect(selected.ids).toEqual(['q', 'q', 'p']);
    expect([...selected.values]).toEqual([3, 4, 3, 4, 1, 2]);
    expect([...selected.labels]).toEqual([1, 1, 0]);
  });
});
