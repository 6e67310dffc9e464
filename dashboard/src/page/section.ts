import { element } from './element.ts';

export interface SectionOptions {
  readonly id: string;
  readonly title: string;
  /** A sentence or two on what is shown. */
  readonly lead: string;
}

/** One part of the page under its heading. */
export const section = (
  { id, title, lead }: SectionOptions,
  ...content: readonly HTMLElement[]
): HTMLElement =>
  element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    element('p', { class: 'lead' }, lead),
    ...content,
  );

/** What stands where there is nothing to show. */
export const nothing = (text: string): HTMLElement => element('p', { class: 'nothing' }, text);
