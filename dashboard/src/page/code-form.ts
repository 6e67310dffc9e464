import { element } from './element.ts';

/** Asks for a login code, as `npm start` prints it. */
export const codeForm = (text: string, use: (code: string) => void): HTMLElement => {
  const input = element('input', {
    id: 'code',
    name: 'code',
    autocomplete: 'one-time-code',
    spellcheck: 'false',
    autocapitalize: 'none',
    required: '',
  });
  const form = element(
    'form',
    {},
    element('label', { for: 'code' }, 'Login code'),
    input,
    element('button', { class: 'primary' }, 'Sign in'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    use(input.value.trim());
  });
  return element(
    'section',
    { class: 'notice' },
    element('h2', {}, 'Sign in'),
    element('p', { role: 'status' }, text),
    form,
    element('p', { class: 'note' }, 'npm start prints an address with a code that holds until it stops.'),
  );
};
