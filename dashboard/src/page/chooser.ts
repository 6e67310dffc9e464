import { element } from './element.ts';

export interface ChooserOptions<T> {
  readonly label: string;
  readonly id: string;
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly show: (item: T) => readonly HTMLElement[];
}

/** Shows one of several things; with one there is nothing to choose. */
export const chooser = <T>({ label, id, items, nameOf, show }: ChooserOptions<T>): HTMLElement[] => {
  const [first] = items;
  if (first === undefined) return [];
  const shown = element('div', { class: 'chosen' });
  const present = (item: T): void => shown.replaceChildren(element('h3', {}, nameOf(item)), ...show(item));
  present(first);
  if (items.length === 1) return [shown];
  const select = element(
    'select',
    { id },
    ...items.map((item, index) => element('option', { value: String(index) }, nameOf(item))),
  );
  select.addEventListener('change', () => {
    const chosen = items[Number(select.value)];
    if (chosen !== undefined) present(chosen);
  });
  return [element('div', { class: 'chooser' }, element('label', { for: id }, label), select), shown];
};
