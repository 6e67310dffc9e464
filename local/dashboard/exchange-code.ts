import { timingSafeEqual } from 'node:crypto';
import { type HttpAnswer, jsonAnswer } from '../http-front/http-answer.ts';
import { issueToken, localClientId } from '../http-front/token.ts';

const holdsSeconds = 8 * 3600;

export interface ExchangeSettings {
  /** Holds the key that tokens are signed with. */
  readonly dataDir: string;
  readonly loginCode: string;
}

const refusal = (error: string): HttpAnswer => jsonAnswer(400, { error });

const isSame = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/**
 * The token endpoint of the local user pool: the login code of this start for an access token of a scientist. Errors
 * are those of RFC 6749, section 5.2.
 *
 * @param form - an application/x-www-form-urlencoded body
 */
export const exchangeCode = async (
  { dataDir, loginCode }: ExchangeSettings,
  form: string,
): Promise<HttpAnswer> => {
  const asked = new URLSearchParams(form);
  if (asked.get('grant_type') !== 'authorization_code') return refusal('unsupported_grant_type');
  if (asked.get('client_id') !== localClientId) return refusal('invalid_client');
  if (!isSame(asked.get('code') ?? '', loginCode)) return refusal('invalid_grant');
  const accessToken = await issueToken({
    dataDir,
    user: 'dashboard',
    groups: ['scientists'],
    expiresIn: `${holdsSeconds}s`,
    now: Date.now(),
  });
  return jsonAnswer(200, { access_token: accessToken, token_type: 'Bearer', expires_in: holdsSeconds });
};
