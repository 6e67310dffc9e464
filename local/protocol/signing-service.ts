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
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('X-Amz-Credential');
  return (header ?? query ?? undefined)?.split('/').at(-2)?.toLowerCase();
};
