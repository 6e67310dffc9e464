import type { TableView } from '../view/table-view.ts';
import { element } from './element.ts';

/** A table that scrolls by itself where it is too wide, by touch or keyboard. */
export const dataTable = ({ caption, columns, rows }: TableView): HTMLElement => {
  const alignment = (index: number): { class?: string } =>
    columns[index]?.isNumber === true ? { class: 'number' } : {};
  const head = element(
    'tr',
    {},
    ...columns.map(({ label }, index) => element('th', { scope: 'col', ...alignment(index) }, label)),
  );
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      ...cells.map((cell, index) =>
        index === 0
          ? element('th', { scope: 'row', ...alignment(index) }, cell)
          : element('td', alignment(index), cell),
      ),
    ),
  );
  const table = element(
    'table',
    {},
    element('caption', { class: 'aside' }, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  return element('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': caption }, table);
};
