import type { ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import { AwsError } from '../protocol/aws-error.ts';
import { readBody } from '../protocol/read-body.ts';
import { sendJsonError } from '../protocol/send-json.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { LocalService } from '../service.ts';
import type { EngineAnswer, EngineRequest, EngineSettings } from './engine-messages.ts';
import { holdLevelDb } from './hold-leveldb.ts';

/** Under the 16 MiB at which dynalite hangs up; DynamoDB itself takes at most 16 MB (BatchWriteItem). */
const bodyLimitBytes = 16 * 1024 * 1024 - 1;
/** What dynalite makes ARNs of. */
const env = { AWS_ACCOUNT_ID: localAccountId, AWS_REGION: localRegion };
/** Parsing makes much garbage; V8 would let it grow to some 300 MB before it looked. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

/**
 * DynamoDB by dynalite, kept on disk. It runs in a thread of its own, so that the port stays free while it works,
 * and so that it takes only itself down: it throws when its database fails. It is then started again.
 *
 * @param folder - where LevelDB keeps its files; created when absent
 */
export const makeEmbeddedDynamoDb = (folder: string): LocalService => {
  const pending = new Map<number, ServerResponse>();
  let lastId = 0;
  let engine: Worker | undefined;

  const answer = ({ id, statusCode, headers, body }: EngineAnswer): void => {
    const response = pending.get(id);
    pending.delete(id);
    if (response === undefined || response.destroyed) return;
    response.writeHead(statusCode, headers);
    response.end(body);
  };

  const failAll = (cause: Error): void => {
    const error = new AwsError('InternalServerError', `The local DynamoDB failed: ${cause.message}`, 500);
    for (const response of pending.values()) sendJsonError(response, error, 'application/x-amz-json-1.0');
    pending.clear();
    engine = undefined;
  };

  const start = (): Worker => {
    holdLevelDb();
    const workerData: EngineSettings = { folder };
    const script = new URL('./engine-thread.ts', import.meta.url);
    const worker = new Worker(script, { workerData, env, execArgv: [], resourceLimits });
    worker.on('message', answer);
    worker.on('error', (cause) => failAll(cause instanceof Error ? cause : new Error(String(cause))));
    engine = worker;
    return worker;
  };

  return {
    signingNames: ['dynamodb'],
    handle: async (request, response) => {
      const body = await readBody(request, bodyLimitBytes);
      if (body === undefined) {
        sendJsonError(response, new AwsError('RequestEntityTooLargeException', 'Body over 16 MB.', 413));
        return;
      }
      const { method = 'POST', url = '/', headers } = request;
      const copy = new Uint8Array(body);
      const message: EngineRequest = { id: ++lastId, method, url, headers, body: copy };
      pending.set(message.id, response);
      (engine ?? start()).postMessage(message, [copy.buffer]);
    },
    close: async () => {
      const running = engine;
      if (running === undefined) return;
      const exited = new Promise((resolve) => running.once('exit', resolve));
      running.postMessage('close');
      await exited;
    },
  };
};
