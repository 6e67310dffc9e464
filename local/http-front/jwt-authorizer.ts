import { importSPKI, jwtVerify } from 'jose';
import { signingKey } from './signing-key.ts';
import { localClientId, localIssuer, localKeyId } from './token.ts';

/** Claims as API Gateway hands them to a function: every value a string, a list as `[one two]`. */
export type Claims = Readonly<Record<string, string>>;

/** @returns the claims of a token that holds now, otherwise `undefined` */
export type JwtAuthorizer = (authorization: string | undefined) => Promise<Claims | undefined>;

const claimText = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.join(' ')}]`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/**
 * Checks tokens as the API's JWT authorizer does: `kid`, signature, issuer, times (`iat` too), and `aud` or else
 * `client_id`.
 */
export const makeJwtAuthorizer = async (dataDir: string): Promise<JwtAuthorizer> => {
  const key = await importSPKI((await signingKey(dataDir)).publicPem, 'RS256');
  return async (authorization = '') => {
    const token = authorization.replace(/^Bearer\s+/i, '');
    try {
      const { payload, protectedHeader } = await jwtVerify(token, key, {
        issuer: localIssuer,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      });
      if (protectedHeader.kid !== localKeyId || (payload.iat ?? 0) * 1000 > Date.now()) return undefined;
      const audience = payload.aud ?? payload['client_id'];
      const accepted = Array.isArray(audience)
        ? audience.includes(localClientId)
        : audience === localClientId;
      if (!accepted) return undefined;
      return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));
    } catch {
      return undefined;
    }
  };
};
