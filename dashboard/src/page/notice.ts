import { element } from './element.ts';

export interface NoticeOptions {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What stands on the page instead of figures: a heading, a sentence, perhaps one thing to do. */
export const notice = ({ title, text, action }: NoticeOptions): HTMLElement => {
  const made = element(
    'section',
    { class: 'notice' },
    element('h2', {}, title),
    element('p', { role: 'status' }, text),
  );
  if (action === undefined) return made;
  const button = element('button', { type: 'button', class: 'primary', id: 'again' }, action.label);
  button.addEventListener('click', action.run);
  made.append(button);
  return made;
};
