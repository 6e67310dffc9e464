import { createHash } from 'node:crypto';
import avsc, { type Schema } from 'avsc';

const recordsPerBlock = 500;
const magic = Buffer.from('Obj\u0001');

/**
 * Records as an Avro 1.11 object container file, uncompressed. The same records give the same bytes: the mark that
 * ends each block follows from the schema.
 *
 * @param records - as the schema describes them
 */
export const writeExport = (schema: object, records: readonly object[]): Uint8Array => {
  const schemaJson = JSON.stringify(schema);
  const type = avsc.Type.forSchema(JSON.parse(schemaJson) as Schema);
  const mark = createHash('sha256').update(schemaJson).digest().subarray(0, 16);
  const entry = (key: string, value: string) => [sized(Buffer.from(key)), sized(Buffer.from(value))];
  const header = [
    magic,
    long(2),
    ...entry('avro.schema', schemaJson),
    ...entry('avro.codec', 'null'),
    long(0),
    mark,
  ];
  const blocks = Array.from({ length: Math.ceil(records.length / recordsPerBlock) }, (_, block) => {
    const own = records.slice(block * recordsPerBlock, (block + 1) * recordsPerBlock);
    return [long(own.length), sized(Buffer.concat(own.map((record) => type.toBuffer(record)))), mark];
  });
  return Buffer.concat([...header, ...blocks.flat()]);
};

const longType = avsc.Type.forSchema('long');
const long = (value: number): Buffer => longType.toBuffer(value);
const sized = (bytes: Buffer): Buffer => Buffer.concat([long(bytes.length), bytes]);
