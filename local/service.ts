import type { IncomingMessage, ServerResponse } from 'node:http';

/** One emulated AWS service behind the shared port, chosen by the service name in the SigV4 credential scope. */
export interface LocalService {
  /** Names under which SDKs sign for it, such as `s3` or `sagemaker`. */
  readonly signingNames: readonly string[];
  /** Answers one request; an operation it does not know gets the AWS error for that, never a silent success. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
  /** Ends what it runs and flushes what it keeps. */
  close(): Promise<void>;
}
