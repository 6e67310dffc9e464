import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { CustomerEventMessage } from '../../ml/features/customer/online/customer-event-message.ts';
import { inputFile } from '../cli/input-file.ts';
import { makeProgress } from '../cli/progress.ts';
import { type NewRecord, putRecords, recordsPerCall } from '../cli/put-records.ts';

export interface SendEventsOptions {
  readonly stream: string;
  readonly unchecked: boolean;
  readonly json: boolean;
}

const asJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** A line as a record, or what is wrong with it. */
const readLine = (line: string, isUnchecked: boolean): NewRecord | { readonly problem: string } => {
  const parsed = CustomerEventMessage.safeParse(asJson(line));
  if (parsed.success) return { partitionKey: parsed.data.customerId, text: line };
  if (isUnchecked) return { partitionKey: line.slice(0, 64), text: line };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return { problem: `${field === '' ? 'it' : field} must be ${issue?.message ?? 'an event'}` };
};

/** Puts events, one a line, into the stream. A line that is none is refused here, by its number. */
export const sendCustomerEvents = async (file: string, options: SendEventsOptions): Promise<void> => {
  const client = new KinesisClient({});
  const progress = makeProgress(process.stderr, Date.now);
  const lines = createInterface({ input: createReadStream(await inputFile(file)) });
  progress.step(`Sending ${file} to ${options.stream}`);
  let waiting: NewRecord[] = [];
  let number = 0;
  let sent = 0;
  let refused = 0;
  const flush = async () => {
    await putRecords(client, options.stream, waiting);
    sent += waiting.length;
    waiting = [];
    progress.tick(sent, sent, 'events');
  };
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readLine(line, options.unchecked);
    if ('problem' in read) {
      refused += 1;
      progress.note(`line ${number}: ${read.problem}`);
      continue;
    }
    waiting.push(read);
    if (waiting.length === recordsPerCall) await flush();
  }
  if (waiting.length > 0) await flush();
  client.destroy();
  progress.done(`${sent.toLocaleString('en')} events sent, ${refused.toLocaleString('en')} lines refused`);
  if (options.json) process.stdout.write(`${JSON.stringify({ sent, refused })}\n`);
  if (refused > 0) process.exitCode = 1;
};
