import type { IncomingMessage } from 'node:http';

/**
 * The service a request was signed for: the fourth part of the SigV4 credential scope
 * `key/date/region/service/aws4_request`, from the Authorization header or, for a presigned URL, from
 * `X-Amz-Credential`. Signatures are not verified: whoever reaches loopback is the owner of the machine.
 *
 * @returns the signing name in lower case, such as `dynamodb`, or `undefined` for an unsigned request
 */
export const signingService = (request: Pick<IncomingMessage, 'headers' | 'url'>): string | undefined => {
  const header = /Credential=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  const scope = header ?? query.get('X-Amz-Credential');
  if (scope !== null) return scope.split('/').at(-2)?.toLowerCase();
  // Version 1 of the AWS CLI presigns S3 URLs in an older form, which names no service; only S3 ever had it.
  return query.has('AWSAccessKeyId') ? 's3' : undefined;
};
