import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';
import { writeXml, type XmlElement } from './write-xml.ts';

type Headers = Readonly<Record<string, string | number | undefined>>;

/** Starts a response with S3's own headers; those that are undefined are left out. */
export const writeHead = (response: ServerResponse, status: number, headers: Headers = {}): void => {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value);
  response.writeHead(status);
};

/** Marks a response with the ids that S3 gives to every request, before anything else happens. */
export const identify = (response: ServerResponse): void => {
  response.setHeader('x-amz-request-id', randomBytes(8).toString('hex').toUpperCase());
  response.setHeader('x-amz-id-2', randomBytes(24).toString('base64'));
  response.setHeader('server', 'AmazonS3');
};

/** Ends a response that has no body. */
export const respondEmpty = (response: ServerResponse, status: number, headers: Headers = {}): void => {
  writeHead(
    response,
    status,
    status === 204 || status === 304 ? headers : { 'content-length': 0, ...headers },
  );
  response.end();
};

/** Ends a response with one XML document. */
export const respondXml = (
  response: ServerResponse,
  document: { readonly root: string; readonly content: XmlElement; readonly status?: number },
  headers: Headers = {},
): void => {
  const body = Buffer.from(writeXml(document.root, document.content));
  writeHead(response, document.status ?? 200, {
    'content-type': 'application/xml',
    'content-length': body.length,
    ...headers,
  });
  response.end(body);
};

const asS3Error = (error: unknown) =>
  error instanceof S3Error
    ? error
    : new S3Error('InternalError', 'We encountered an internal error. Please try again.');

/** Ends a response with an error; without a body where HTTP allows none. */
export const respondError = (response: ServerResponse, thrown: unknown, request?: S3Request): void => {
  const error = asS3Error(thrown);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (response.req.method === 'HEAD' || error.status === 304) {
    writeHead(response, error.status, error.headers);
    response.end();
    return;
  }
  const resource = [request?.bucket, request?.key].filter((part) => part !== undefined).join('/');
  const document = {
    root: 'Error',
    status: error.status,
    content: {
      Code: error.code,
      Message: error.message,
      ...error.details,
      Resource: `/${resource}`,
      RequestId: String(response.getHeader('x-amz-request-id')),
      HostId: String(response.getHeader('x-amz-id-2')),
    },
  };
  respondXml(response, document, error.headers);
};
