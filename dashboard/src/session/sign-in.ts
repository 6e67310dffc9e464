import type { DashboardConfig } from './config.ts';
import { challengeOf, randomText } from './pkce.ts';
import { storeToken } from './token-store.ts';

const pendingKey = 'wellcast.sign-in';

/** Where the sign-in comes back to: this page, without query or fragment. */
const returnAddress = (): string => `${location.origin}${location.pathname}`;

/** Leaves for the place where people sign in: authorisation code with PKCE (RFC 7636). */
export const leaveToSignIn = async (authorizeUrl: string, clientId: string): Promise<void> => {
  const [state, verifier] = [randomText(), randomText()];
  sessionStorage.setItem(pendingKey, `${state} ${verifier}`);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: returnAddress(),
    scope: 'openid',
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  });
  location.assign(`${authorizeUrl}?${query}`);
};

/** A code in the address, taken out of it, so that it stays in no history. */
export const takeCode = (): { readonly code: string; readonly state: string | null } | undefined => {
  const query = new URLSearchParams(location.search);
  const code = query.get('code');
  if (code === null) return undefined;
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
  return { code, state: query.get('state') };
};

/** What proves that the code answers a question of this tab; undefined where it does not. */
const verifierFor = (state: string | null): string | undefined => {
  const [expected, verifier] = (sessionStorage.getItem(pendingKey) ?? '').split(' ');
  sessionStorage.removeItem(pendingKey);
  return state !== null && state === expected ? verifier : undefined;
};

const proofOf = (config: DashboardConfig, state: string | null): Record<string, string> | undefined => {
  if (config.authorizeUrl === null) return {};
  const verifier = verifierFor(state);
  return verifier === undefined ? undefined : { code_verifier: verifier, redirect_uri: returnAddress() };
};

/**
 * Exchanges a code for a token, which is then stored.
 *
 * @param state - that came with the code
 * @returns whether there is a token now
 */
export const signIn = async (
  config: DashboardConfig,
  code: string,
  state: string | null,
): Promise<boolean> => {
  const proof = proofOf(config, state);
  if (proof === undefined) return false;
  const response = await fetch(config.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      code,
      ...proof,
    }).toString(),
  });
  if (!response.ok) return false;
  const answer = new Map<string, unknown>(Object.entries(Object(await response.json())));
  const accessToken = answer.get('access_token');
  const seconds = answer.get('expires_in');
  if (typeof accessToken !== 'string' || typeof seconds !== 'number') return false;
  storeToken({ accessToken, expiresAt: Date.now() + seconds * 1000 });
  return true;
};
