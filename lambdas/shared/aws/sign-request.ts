import { createHash, createHmac } from 'node:crypto';
import type { Credentials } from '../runtime/environment-credentials.ts';

/** A request to AWS, without a query. */
export interface AwsRequest {
  readonly method: string;
  /** With its port where that is not the protocol's own. */
  readonly host: string;
  /** Percent-encoded once, as S3 signs it; for a service other than S3 only `/`, which is never encoded twice. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** For what a signature is good, and by whom. */
export interface SigningScope {
  /** The service's name in signatures, such as `dynamodb`. */
  readonly service: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** When it is sent, ms since 1970 UTC; AWS takes it for a quarter of an hour. */
  readonly nowMs: number;
}

/**
 * Signs a request with AWS Signature Version 4, every header and the whole body.
 *
 * @returns the headers to send, `host` and `authorization` included
 */
export const signRequest = (
  { method, host, path, headers, body }: AwsRequest,
  { service, region, credentials, nowMs }: SigningScope,
): Readonly<Record<string, string>> => {
  const moment = new Date(nowMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = moment.slice(0, 8);
  const bodyHash = sha256(body);
  const signed: Record<string, string> = {
    ...headers,
    host,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': moment,
    ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
  };
  const names = Object.keys(signed).sort();
  const canonical = [
    ...[method, path, ''],
    ...names.map((name) => `${name}:${signed[name]}`),
    ...['', names.join(';'), bodyHash],
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = signingKey(credentials.secretAccessKey, [day, region, service, 'aws4_request']);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical)].join('\n')).toString(
    'hex',
  );
  return {
    ...signed,
    authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
};

/** Keys of these days and services: a key is four digests, half of a signature's time, and good for a day. */
const knownKeys = new Map<string, Buffer>();
const maxKnownKeys = 16;

const signingKey = (secret: string, [day, ...scope]: readonly [string, ...string[]]): Buffer => {
  const name = [secret, day, ...scope].join('\n');
  const known = knownKeys.get(name);
  if (known !== undefined) return known;
  const key = scope.reduce(hmac, hmac(`AWS4${secret}`, day));
  if (knownKeys.size >= maxKnownKeys) knownKeys.clear();
  knownKeys.set(name, key);
  return key;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
