import { type AvroCursor, avroCursor } from './avro-cursor.ts';
import type { AvroRefusal } from './avro-outcome.ts';

export interface ContainerHeader {
  readonly ok: true;
  readonly schemaJson: Uint8Array;
  readonly codec: 'null' | 'deflate';
  readonly syncMark: Uint8Array;
  /** Stands at the first block. */
  readonly cursor: AvroCursor;
}

export interface RefusedFile {
  readonly ok: false;
  readonly reason: AvroRefusal;
  readonly detail: string;
}

export const refuse = (reason: AvroRefusal, detail: string): RefusedFile => ({ ok: false, reason, detail });

const magic = new TextEncoder().encode('Obj\u0001');
const syncBytes = 16;
const mostEntries = 1000;

/**
 * The header of an Avro object container file: schema, codec and the mark that ends every block.
 *
 * Avro 1.11, "Object Container Files".
 */
export const readContainerHeader = (file: Uint8Array): ContainerHeader | RefusedFile => {
  if (file.length === 0) return refuse('empty', 'the file has no bytes');
  if (!startsAs(file, magic)) return refuse('not-avro', 'the file does not begin as an Avro container');
  if (file.length < magic.length) return refuse('truncated', 'the file ends inside its header');
  const cursor = avroCursor(file, magic.length);
  const entries = readMetadata(cursor);
  const syncMark = entries === undefined ? undefined : cursor.bytes(syncBytes);
  if (entries === undefined || syncMark === undefined) {
    return refuse('truncated', 'the file ends inside its header');
  }
  const schemaJson = entries.get('avro.schema');
  if (schemaJson === undefined) return refuse('no-schema', 'the header names no schema');
  const codec = new TextDecoder().decode(entries.get('avro.codec') ?? new TextEncoder().encode('null'));
  if (codec !== 'null' && codec !== 'deflate') {
    return refuse('unsupported-codec', 'blocks are packed by another codec than null and deflate');
  }
  return { ok: true, schemaJson, codec, syncMark, cursor };
};

/** Whether the bytes agree with a beginning, as far as there are any. */
const startsAs = (file: Uint8Array, beginning: Uint8Array) =>
  beginning.every((byte, i) => file[i] === undefined || file[i] === byte);

const readMetadata = (cursor: AvroCursor): ReadonlyMap<string, Uint8Array> | undefined => {
  const entries = new Map<string, Uint8Array>();
  for (;;) {
    const count = cursor.long();
    if (count === undefined || Math.abs(count) > mostEntries || entries.size > mostEntries) return undefined;
    if (count === 0) return entries;
    if (count < 0 && cursor.long() === undefined) return undefined;
    for (let entry = 0; entry < Math.abs(count); entry += 1) {
      const key = readSized(cursor);
      const value = readSized(cursor);
      if (key === undefined || value === undefined) return undefined;
      entries.set(new TextDecoder().decode(key), value);
    }
  }
};

const readSized = (cursor: AvroCursor) => {
  const length = cursor.long();
  return length === undefined ? undefined : cursor.bytes(length);
};
