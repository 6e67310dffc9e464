import * as z from 'zod';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import type { FunctionTelemetry } from './lean-telemetry.ts';
import type { LambdaContext } from './make-handler.ts';

/** What Kinesis sends through an event source mapping. */
const StreamEvent = z.object({
  Records: z.array(
    z.object({
      eventSource: z.literal('aws:kinesis'),
      kinesis: z.object({ sequenceNumber: z.string(), data: z.string() }),
    }),
  ),
});
export type StreamEvent = z.infer<typeof StreamEvent>;

/** Tells records of a stream from a direct invocation. */
export const isStreamEvent = (event: unknown): event is StreamEvent => StreamEvent.safeParse(event).success;

export interface StreamHandlerOptions<Entry> {
  /** What one record's JSON says. @throws {InvalidRequestError} naming what is wrong with it */
  readonly parse: (message: unknown) => Entry;
  /** @returns for each entry whether it is done with, in their order */
  readonly run: (entries: readonly Entry[]) => Promise<readonly boolean[]>;
  readonly telemetry: FunctionTelemetry;
}

const decode = (data: string): unknown => {
  try {
    return JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
  } catch {
    throw new InvalidRequestError([{ field: '', allowed: 'JSON in UTF-8', arrived: 'something else' }]);
  }
};

/** The fields that are wrong; of an unknown one its sender chose the name, which may say anything. */
const fieldsOf = (error: InvalidRequestError): string =>
  [
    ...new Set(
      error.problems.map(({ field, arrived }) =>
        arrived === 'an unknown field' ? arrived : field || 'record',
      ),
    ),
  ].join(', ');

/**
 * Works on the records of one event as one batch and names those that are not done with, and those that cannot be
 * understood, so that the mapping splits them out and ends them in its dead letters, for a person to see.
 */
export const makeStreamHandler =
  <Entry>({ parse, run, telemetry }: StreamHandlerOptions<Entry>) =>
  (event: StreamEvent, context: LambdaContext) =>
    telemetry.during(context.awsRequestId, async () => {
      telemetry.count('Requests', event.Records.length);
      const failed = new Set<string>();
      const understood: { readonly sequenceNumber: string; readonly entry: Entry }[] = [];
      for (const { kinesis } of event.Records) {
        const { sequenceNumber } = kinesis;
        try {
          understood.push({ sequenceNumber, entry: parse(decode(kinesis.data)) });
        } catch (error) {
          if (!(error instanceof InvalidRequestError)) throw error;
          failed.add(sequenceNumber);
          telemetry.count('RefusedRequests');
          telemetry.warn('a record was refused', {
            sequenceNumber,
            code: error.code,
            fields: fieldsOf(error),
          });
        }
      }
      const done = await run(understood.map(({ entry }) => entry));
      for (const [index, { sequenceNumber }] of understood.entries()) {
        if (done[index] !== true) failed.add(sequenceNumber);
      }
      return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
    });
