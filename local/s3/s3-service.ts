import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalService } from '../service.ts';
import { operations } from './operations/operations.ts';
import { assertSigned } from './protocol/assert-signed.ts';
import { refuseUnsupportedHeaders } from './protocol/refuse-unsupported-headers.ts';
import { identify, respondError } from './protocol/respond.ts';
import { S3Error } from './protocol/s3-error.ts';
import { parseS3Request, type S3Request } from './protocol/s3-request.ts';
import { routeOperation } from './route-operation.ts';
import { makeS3Access, type S3Access } from './s3-access.ts';
import { loadBuckets } from './store/buckets.ts';
import type { NewObject } from './store/new-object.ts';

export interface S3ServiceOptions {
  /** Holds everything; created when it is not there. */
  readonly folder: string;
  readonly region: string;
  /** @default 000000000000 */
  readonly accountId?: string;
  /** Epoch ms. @default the machine's clock */
  readonly clock?: () => number;
  /** Hears of each object that is written. */
  readonly onObjectCreated?: (object: NewObject) => void;
  /** Hears of what went wrong in here, as opposed to refusals. @default standard error */
  readonly onError?: (error: unknown) => void;
}

/**
 * The local S3: objects are files under one folder, and what is there is found again at the next start.
 *
 * @throws {Error} when the folder holds records of another version
 */
export const makeS3Service = async (options: S3ServiceOptions): Promise<LocalService & S3Access> => {
  const { folder, region, accountId = '000000000000', clock = Date.now, onError = console.error } = options;
  const buckets = loadBuckets(folder, options.onObjectCreated);

  const serve = async (request: S3Request, response: ServerResponse) => {
    assertSigned(request, clock());
    const name = routeOperation(request);
    refuseUnsupportedHeaders(request, { operation: name, accountId });
    const operation = operations[name];
    if (operation === undefined)
      throw new S3Error('NotImplemented', `The local S3 does not implement ${name}.`);
    await operation({ request, response, buckets, region, clock });
  };

  return {
    signingNames: ['s3'],
    handle: async (message: IncomingMessage, response: ServerResponse) => {
      identify(response);
      let request: S3Request | undefined;
      try {
        request = parseS3Request(message);
        await serve(request, response);
      } catch (error) {
        const clientLeft = message.destroyed && !message.complete;
        if (!(error instanceof S3Error) && !clientLeft && !response.destroyed) onError(error);
        respondError(response, error, request);
        // What is left of the body would otherwise stand before the connection's next request.
        message.resume();
      }
    },
    close: async () => {},
    ...makeS3Access(buckets, clock),
  };
};
