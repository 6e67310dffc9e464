export interface Token {
  readonly accessToken: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

const key = 'wellcast.token';

/** The token of this tab, until it expires or the tab is closed. */
export const storedToken = (now: number): Token | undefined => {
  const [expiresAt, accessToken] = (sessionStorage.getItem(key) ?? '').split(' ');
  const isAlive = accessToken !== undefined && Number(expiresAt) > now;
  return isAlive ? { accessToken, expiresAt: Number(expiresAt) } : undefined;
};

export const storeToken = ({ accessToken, expiresAt }: Token): void =>
  sessionStorage.setItem(key, `${expiresAt} ${accessToken}`);

export const forgetToken = (): void => sessionStorage.removeItem(key);
