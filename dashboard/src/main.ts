import { codeForm } from './page/code-form.ts';
import { bareMasthead, masthead } from './page/masthead.ts';
import { type NoticeOptions, notice } from './page/notice.ts';
import { type DashboardConfig, readConfig } from './session/config.ts';
import { fetchSummary } from './session/fetch-summary.ts';
import { leaveToSignIn, signIn, takeCode } from './session/sign-in.ts';
import { forgetToken, storedToken } from './session/token-store.ts';

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
};
const main = place('main');
const top = place('masthead');

/** The charts and their library: most of the code, preloaded, and run while the figures are gathered. */
const drawing = () => import('./page/figures.ts');

const show = (...content: readonly HTMLElement[]): void => {
  top.replaceChildren(...bareMasthead());
  main.replaceChildren(...content);
};
const tell = (options: NoticeOptions): void => show(notice(options));

const askToSignIn = (config: DashboardConfig, text: string): void => {
  forgetToken();
  const { authorizeUrl, clientId } = config;
  if (authorizeUrl === null) {
    show(codeForm(text, (code) => void enter(config, code, null)));
    return;
  }
  const run = (): void => void leaveToSignIn(authorizeUrl, clientId);
  tell({ title: 'Sign in', text, action: { label: 'Sign in', run } });
};

const enter = async (config: DashboardConfig, code: string, state: string | null): Promise<void> => {
  const isIn = await signIn(config, code, state).catch(() => false);
  if (isIn) await load(config);
  else askToSignIn(config, 'That code does not hold, or holds no longer.');
};

/** Whoever pressed a button goes on where it stood, or, where it is gone, at the figures. */
const keepFocus = (id: string): void => {
  if (id !== '') (document.getElementById(id) ?? main).focus({ preventScroll: true });
};

const load = async (config: DashboardConfig): Promise<void> => {
  const token = storedToken(Date.now());
  if (token === undefined) {
    askToSignIn(config, 'The figures are for admins and scientists.');
    return;
  }
  main.setAttribute('aria-busy', 'true');
  const focused = document.activeElement?.id ?? '';
  const [outcome, drawn] = await Promise.all([
    fetchSummary(config.apiBase, token.accessToken),
    drawing().catch(() => undefined),
  ]);
  main.removeAttribute('aria-busy');
  const again = { label: 'Try again', run: () => void load(config) };
  switch (outcome.kind) {
    case 'summary': {
      if (drawn === undefined) {
        tell({
          title: 'The charts could not be loaded',
          text: 'Their code cannot be reached.',
          action: again,
        });
        break;
      }
      const signOut = (): void => askToSignIn(config, 'You have signed out.');
      const content = drawn.figures(outcome.summary);
      top.replaceChildren(...masthead(outcome.summary.generatedAt, { reload: again.run, signOut }));
      main.replaceChildren(...content);
      keepFocus(focused);
      break;
    }
    case 'signed-out':
      askToSignIn(config, 'Your session has ended. Sign in again.');
      break;
    case 'not-allowed':
      forgetToken();
      tell({
        title: 'Not for this account',
        text: 'The figures are for the groups admins and scientists. Ask whoever runs wellcast to add you to one.',
        action: {
          label: 'Sign in as somebody else',
          run: () => askToSignIn(config, 'Sign in as somebody else.'),
        },
      });
      break;
    case 'failed':
      tell({ title: 'The figures could not be loaded', text: outcome.reason, action: again });
      break;
  }
};

const start = async (): Promise<void> => {
  show(notice({ title: 'Loading', text: 'The figures are being gathered.' }));
  try {
    const config = await readConfig();
    const arrival = takeCode();
    if (arrival === undefined) await load(config);
    else await enter(config, arrival.code, arrival.state);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    tell({
      title: 'The page could not start',
      text,
      action: { label: 'Try again', run: () => void start() },
    });
  }
};

void start();
