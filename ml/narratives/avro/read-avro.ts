import type { Type } from 'avsc';
import { validateRecords } from '../records/validate-records.ts';
import { avroCursor } from './avro-cursor.ts';
import { type AvroLimits, type AvroOutcome, defaultAvroLimits, type InflateRaw } from './avro-outcome.ts';
import {
  type ContainerHeader,
  type RefusedFile,
  readContainerHeader,
  refuse,
} from './read-container-header.ts';
import { type ItemBudget, skipDatum } from './skip-datum.ts';
import { writerSchema } from './writer-schema.ts';

export interface ReadAvroOptions {
  readonly inflateRaw: InflateRaw;
  /** @default defaultAvroLimits */
  readonly limits?: AvroLimits;
}

/**
 * The validated records of an Avro export of Health Connect, read by the writer's schema in the file.
 *
 * A file that is damaged, foreign or out of proportion is refused whole, by name: half of a day would be summed up
 * as a day, and it can be sent again. A record outside its clinical range is named, counted and left out, and the
 * rest is kept. Memory is bounded by the limits, whatever the file claims.
 *
 * @param file - Avro 1.11 object container, codec null or deflate
 */
export const readAvro = (file: Uint8Array, options: ReadAvroOptions): AvroOutcome => {
  const limits = options.limits ?? defaultAvroLimits;
  if (file.length > limits.maxFileBytes) {
    return refuse('too-large', `the file has ${file.length} bytes, more than ${limits.maxFileBytes}`);
  }
  const header = readContainerHeader(file);
  if (!header.ok) return header;
  const schema = writerSchema(header.schemaJson);
  if (!schema.ok) return schema;
  const blocks = readBlocks({ header, type: schema.type, inflateRaw: options.inflateRaw, limits });
  return blocks.ok ? { ok: true, ...validateRecords(schema.recordType, blocks.decoded) } : blocks;
};

interface Reading {
  readonly header: ContainerHeader;
  readonly type: Type;
  readonly inflateRaw: InflateRaw;
  readonly limits: AvroLimits;
}

const readBlocks = (reading: Reading): { ok: true; decoded: readonly unknown[] } | RefusedFile => {
  const { header, limits } = reading;
  const { cursor, syncMark } = header;
  const decoded: unknown[] = [];
  const budget: ItemBudget = { left: limits.maxItems };
  let unpackedBytes = 0;
  for (let block = 1; !cursor.isAtEnd(); block += 1) {
    const count = cursor.long();
    const size = cursor.long();
    if (count === undefined || size === undefined)
      return refuse('truncated', `the file ends in block ${block}`);
    if (count < 0 || size < 0) return refuse('torn', `block ${block} has a length below nothing`);
    const packed = cursor.bytes(size);
    const mark = cursor.bytes(syncMark.length);
    if (packed === undefined || mark === undefined) {
      return refuse('truncated', `the file ends in block ${block}`);
    }
    if (!mark.every((byte, i) => byte === syncMark[i])) {
      return refuse('torn', `block ${block} does not end with the file's mark`);
    }
    const unpacked = unpack(packed, reading);
    if (unpacked === undefined) {
      return refuse('torn', `block ${block} cannot be unpacked, or not within ${limits.maxBlockBytes} bytes`);
    }
    unpackedBytes += unpacked.length;
    budget.left -= count;
    if (
      unpackedBytes > limits.maxUnpackedBytes ||
      unpacked.length > limits.maxBlockBytes ||
      budget.left < 0
    ) {
      return refuse('too-large', `block ${block} holds more than the limits allow`);
    }
    if (!isSound(unpacked, count, { type: reading.type, budget })) {
      return budget.left < 0
        ? refuse('too-large', `block ${block} holds more than the limits allow`)
        : refuse('torn', `block ${block} is not what the schema says`);
    }
    decode(unpacked, count, { type: reading.type, into: decoded });
  }
  return { ok: true, decoded };
};

const unpack = (packed: Uint8Array, { header, inflateRaw, limits }: Reading): Uint8Array | undefined => {
  if (header.codec === 'null') return packed;
  try {
    return inflateRaw(packed, limits.maxBlockBytes);
  } catch {
    return undefined;
  }
};

const isSound = (block: Uint8Array, count: number, walk: { type: Type; budget: ItemBudget }) => {
  const cursor = avroCursor(block);
  for (let datum = 0; datum < count; datum += 1) {
    const before = cursor.position();
    if (!skipDatum(walk.type, cursor, walk.budget) || cursor.position() === before) return false;
  }
  return cursor.isAtEnd();
};

const decode = (block: Uint8Array, count: number, { type, into }: { type: Type; into: unknown[] }) => {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  let offset = 0;
  for (let datum = 0; datum < count; datum += 1) {
    const next: { value: unknown; offset: number } = type.decode(buffer, offset);
    into.push(next.value);
    offset = next.offset;
  }
};
