import { maskedCrc32c } from './crc32c.ts';
import { eventMessages } from './event-messages.ts';

/** Scalars of one step. */
export interface ScalarStep {
  /** Whole, ≥ 0. */
  readonly step: number;
  /** Seconds since 1970 UTC. */
  readonly wallTime: number;
  /** By tag, finite; stored as 32-bit floats. */
  readonly scalars: Readonly<Record<string, number>>;
}

/** A node of the graph that TensorBoard draws. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  /** Names of the nodes that feed it. */
  readonly input: readonly string[];
}

export interface EventFile {
  /** When it was begun, seconds since 1970 UTC. */
  readonly wallTime: number;
  readonly steps: readonly ScalarStep[];
  /** Left out where there is none. */
  readonly graph?: readonly GraphNode[];
}

const encode = (type: 'Event' | 'GraphDef', message: object): Uint8Array =>
  eventMessages.lookupType(type).encode(message).finish();

/** A record: its length, that length's checksum, the bytes and theirs. */
const framed = (bytes: Uint8Array): Uint8Array => {
  const record = new Uint8Array(bytes.length + 16);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(bytes.length), true);
  view.setUint32(8, maskedCrc32c(record.subarray(0, 8)), true);
  record.set(bytes, 12);
  view.setUint32(12 + bytes.length, maskedCrc32c(bytes), true);
  return record;
};

/**
 * A file that TensorBoard opens: TFRecords of events, the file's version first. A value that is no finite number is
 * left out, since TensorBoard would draw it as one.
 *
 * @returns its bytes; the name should hold `tfevents`, as TensorBoard looks for that
 */
export const eventFile = ({ wallTime, steps, graph }: EventFile): Uint8Array => {
  const events: object[] = [{ wallTime, fileVersion: 'brain.Event:2' }];
  if (graph !== undefined) {
    events.push({ wallTime, graphDef: encode('GraphDef', { node: graph }) });
  }
  for (const { step, wallTime: at, scalars } of steps) {
    const value = Object.entries(scalars)
      .filter(([, scalar]) => Number.isFinite(scalar))
      .map(([tag, simpleValue]) => ({ tag, simpleValue }));
    events.push({ wallTime: at, step, summary: { value } });
  }
  const records = events.map((event) => framed(encode('Event', event)));
  const file = new Uint8Array(records.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const record of records) {
    file.set(record, at);
    at += record.length;
  }
  return file;
};
