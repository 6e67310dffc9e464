import { maskedCrc32c } from '../../ml/tensorboard/crc32c.ts';
import type { GraphNode } from '../../ml/tensorboard/event-file.ts';
import { eventMessages } from '../../ml/tensorboard/event-messages.ts';

export interface ReadEvent {
  readonly step: number;
  readonly wallTime: number;
  readonly scalars: Readonly<Record<string, number>>;
  readonly graph: readonly GraphNode[];
}

const check = (bytes: Uint8Array, checksum: number): void => {
  if (maskedCrc32c(bytes) !== checksum) throw new Error('A checksum is wrong');
};

/**
 * The events of a TensorBoard file, every length and checksum looked at.
 *
 * @throws {Error} when a checksum is wrong or the file ends within a record
 */
export const readEventFile = (file: Uint8Array): ReadEvent[] => {
  const bytes = Buffer.from(file);
  const events: ReadEvent[] = [];
  for (let at = 0; at < bytes.length; ) {
    check(bytes.subarray(at, at + 8), bytes.readUInt32LE(at + 8));
    const end = at + 12 + Number(bytes.readBigUInt64LE(at));
    const record = bytes.subarray(at + 12, end);
    check(record, bytes.readUInt32LE(end));
    at = end + 4;
    const type = eventMessages.lookupType('Event');
    const event = type.toObject(type.decode(record), { longs: Number, defaults: true });
    const values: { tag: string; simpleValue: number }[] = event['summary']?.value ?? [];
    const graphType = eventMessages.lookupType('GraphDef');
    const graph = graphType.toObject(graphType.decode(event['graphDef'] ?? new Uint8Array()), {
      arrays: true,
    });
    events.push({
      step: event['step'],
      wallTime: event['wallTime'],
      scalars: Object.fromEntries(values.map(({ tag, simpleValue }) => [tag, simpleValue])),
      graph: graph['node'],
    });
  }
  return events;
};
