import { instantText } from '../view/format.ts';
import { element } from './element.ts';

const parts = [
  ['datasets', 'Datasets'],
  ['models', 'Models'],
  ['anomalies', 'Anomalies'],
  ['jobs', 'Training jobs'],
  ['audit', 'Audit'],
] as const;

export interface MastheadActions {
  readonly reload: () => void;
  readonly signOut: () => void;
}

const brand = (): HTMLElement =>
  element('h1', {}, element('span', { class: 'brand' }, 'wellcast'), ' ', element('span', {}, 'dashboard'));

/** The top of the page before there are figures. */
export const bareMasthead = (): HTMLElement[] => [element('div', { class: 'bar' }, brand())];

/** The top of the page: how old the figures are, and the way to each part. */
export const masthead = (generatedAt: string, actions: MastheadActions): HTMLElement[] => {
  const reload = element('button', { type: 'button', id: 'reload' }, 'Reload');
  reload.addEventListener('click', actions.reload);
  const leave = element('button', { type: 'button', class: 'quiet' }, 'Sign out');
  leave.addEventListener('click', actions.signOut);
  const age = element('time', { datetime: generatedAt }, `${instantText(generatedAt)} UTC`);
  const links = parts.map(([id, label]) => element('li', {}, element('a', { href: `#${id}` }, label)));
  return [
    element(
      'div',
      { class: 'bar' },
      brand(),
      element('p', { class: 'age' }, 'Figures of ', age),
      reload,
      leave,
    ),
    element('nav', { 'aria-label': 'Parts of the page' }, element('ul', {}, ...links)),
  ];
};
