import { element } from '../page/element.ts';
import { byShift, hasValues } from '../view/distributions.ts';
import type { Latest } from '../view/summary.ts';
import { distributionChart } from './distribution-chart.ts';

const shownFirst = 6;

/** How each column is distributed, against the parent where there is one; those that moved most first. */
export const distributionCharts = (latest: Latest): HTMLElement[] => {
  const { version, parent } = latest;
  const drawable = byShift(latest.distributions).filter(hasValues);
  if (drawable.length === 0) return [];
  const of = { version, parent };
  const title =
    parent === null ? `Distributions of version ${version}` : `Distributions of ${version} against ${parent}`;
  const grid = element('div', { class: 'grid' });
  grid.append(...drawable.slice(0, shownFirst).map((one) => distributionChart(one, of)));
  const order = parent === null ? 'It has no parent to compare with.' : 'Columns that moved most come first.';
  const lead = `${order} Of numbers: the median (circle), the middle 60 % (thick) and the middle 80 % (thin).`;
  const parts = [element('h4', { class: 'group' }, title), element('p', { class: 'note' }, lead), grid];
  if (drawable.length <= shownFirst) return parts;
  const more = element('button', { type: 'button' }, `Show all ${drawable.length} columns`);
  more.addEventListener('click', () => {
    const rest = drawable.slice(shownFirst).map((one) => distributionChart(one, of));
    grid.append(...rest);
    more.remove();
    rest[0]?.setAttribute('tabindex', '-1');
    rest[0]?.focus();
  });
  return [...parts, more];
};
