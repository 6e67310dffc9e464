import avsc, { type Type } from 'avsc';
import { RecordType } from '../record-type.ts';
import type { AvroRefusal } from './avro-outcome.ts';

export type WriterSchema =
  | { readonly ok: true; readonly type: Type; readonly recordType: RecordType }
  | { readonly ok: false; readonly reason: AvroRefusal; readonly detail: string };

const longestSchemaBytes = 256 * 1024;

/** Longs beyond 2^53 become the nearest double, so that they cost their own record and not the file. */
const nearestLong = avsc.types.LongType.__with({
  fromBuffer: (buffer: Buffer) => Number(buffer.readBigInt64LE()),
  toBuffer: (value: number) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigInt64LE(BigInt(value));
    return buffer;
  },
  fromJSON: Number,
  toJSON: Number,
  isValid: (value: unknown) => typeof value === 'number' && Number.isInteger(value),
  compare: (a: number, b: number) => a - b,
});

/**
 * The type that a file's own schema describes, and which of the six records it is: the last part of the schema's
 * name, with or without `Avro` before it.
 *
 * @param schemaJson - `avro.schema` of the header, UTF-8
 */
export const writerSchema = (schemaJson: Uint8Array): WriterSchema => {
  if (schemaJson.length > longestSchemaBytes) {
    return {
      ok: false,
      reason: 'bad-schema',
      detail: `the schema has ${schemaJson.length} bytes, more than ${longestSchemaBytes}`,
    };
  }
  let type: Type;
  try {
    type = avsc.Type.forSchema(JSON.parse(new TextDecoder().decode(schemaJson)), {
      registry: { long: nearestLong },
    });
  } catch (error) {
    // JSON that is none, a name that is none, or nesting past the stack.
    const kind = error instanceof Error ? error.name : 'Error';
    return { ok: false, reason: 'bad-schema', detail: `the schema cannot be read (${kind})` };
  }
  const name = type.name?.split('.').at(-1)?.replace(/^Avro/, '');
  const recordType = RecordType.safeParse(name);
  if (!(type instanceof avsc.types.RecordType) || !recordType.success) {
    return { ok: false, reason: 'foreign-schema', detail: 'the schema is of none of the six record types' };
  }
  return { ok: true, type, recordType: recordType.data };
};
