import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { signingKey } from './signing-key.ts';

/** The local user pool; nothing answers at this address. */
export const localIssuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_local';
/** The local app client. */
export const localClientId = 'wellcast-local';
/** What tokens call the pool's one key. */
export const localKeyId = 'local';

export interface TokenOptions {
  /** The local AWS's data folder, which holds the key. */
  readonly dataDir: string;
  /** Becomes `sub` and `username`. */
  readonly user: string;
  readonly groups: readonly string[];
  /** Such as `30m` or `1h`. */
  readonly expiresIn: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** For which app client. @default the local one */
  readonly clientId?: string;
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

const secondsOf = (text: string): number => {
  const [, count = '', unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (unitSeconds[unit] ?? 0);
  if (seconds > 0) return seconds;
  throw new RangeError(`A time is a number and s, m, h or d, such as 30m or 1h, not '${text}'.`);
};

/**
 * An access token as a Cognito user pool issues it, signed with the local key.
 *
 * @throws {RangeError} when `expiresIn` is not a time
 */
export const issueToken = async (options: TokenOptions): Promise<string> => {
  const { user, groups, expiresIn } = options;
  const issuedAt = Math.floor(options.now / 1000);
  const expiresAt = issuedAt + secondsOf(expiresIn);
  const key = await importPKCS8((await signingKey(options.dataDir)).privatePem, 'RS256');
  return new SignJWT({
    username: user,
    token_use: 'access',
    client_id: options.clientId ?? localClientId,
    scope: 'aws.cognito.signin.user.admin',
    auth_time: issuedAt,
    // Cognito leaves the claim out for a user without groups.
    ...(groups.length === 0 ? {} : { 'cognito:groups': groups }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: localKeyId })
    .setSubject(user)
    .setIssuer(localIssuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .setJti(randomUUID())
    .sign(key);
};
