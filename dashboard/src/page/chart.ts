import * as Plot from '@observablehq/plot';
import type { TableView } from '../view/table-view.ts';
import { dataTable } from './data-table.ts';
import { element } from './element.ts';

export interface ChartOptions {
  readonly title: string;
  /** One below the heading that it stands under. @default h4 */
  readonly level?: 'h3' | 'h4';
  /** What it shows, in a sentence; stands under the title and is read out. */
  readonly description: string;
  /** @param width - that there is, in pixels */
  readonly plot: (width: number) => Plot.PlotOptions;
  /** The same as text. */
  readonly table: TableView;
  /** What the colours and marks mean. */
  readonly legend?: readonly LegendEntry[];
}

export interface LegendEntry {
  readonly label: string;
  /** A class of the style sheet. */
  readonly mark: string;
}

const smallestWidth = 240;
const fontSize = '12px';

const legendOf = (entries: readonly LegendEntry[]): HTMLElement =>
  element(
    'ul',
    { class: 'legend' },
    ...entries.map(({ label, mark }) =>
      element('li', {}, element('span', { class: `mark ${mark}`, 'aria-hidden': 'true' }), label),
    ),
  );

/** A chart with its title, what it shows in words, and its table; drawn as wide as it may be, anew when that changes. */
export const chart = (options: ChartOptions): HTMLElement => {
  const { title, level = 'h4', description, table, legend = [] } = options;
  const place = element('div', { class: 'plot' });
  let drawnWidth = 0;
  const draw = (): void => {
    const width = Math.max(smallestWidth, Math.floor(place.clientWidth));
    if (width === drawnWidth) return;
    drawnWidth = width;
    const drawn = Plot.plot({
      className: 'wellcast-plot',
      style: { fontSize, overflow: 'visible', background: 'none' },
      ...options.plot(width),
      width,
      ariaLabel: title,
      ariaDescription: description,
    });
    drawn.setAttribute('role', 'img');
    // Within an image nothing is read out one by one, so nothing there may have a name.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    place.replaceChildren(drawn);
  };
  new ResizeObserver(draw).observe(place);
  return element(
    'figure',
    {},
    element('figcaption', {}, element(level, {}, title), element('p', {}, description)),
    ...(legend.length === 0 ? [] : [legendOf(legend)]),
    place,
    element(
      'details',
      {},
      element('summary', {}, 'As a table', element('span', { class: 'aside' }, `: ${title}`)),
      dataTable(table),
    ),
  );
};
