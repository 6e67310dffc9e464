import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAvroLimits } from '../../../../ml/narratives/avro/avro-outcome.ts';
import { readAvro } from '../../../../ml/narratives/avro/read-avro.ts';
import {
  avroBlock,
  avroContainer,
  glucoseAt,
  glucoseSchema,
  healthSchema,
  heartRateSchema,
} from '../../../support/avro-container.ts';

const inflateRaw = (bytes: Uint8Array, maxBytes: number) =>
  inflateRawSync(bytes, { maxOutputLength: maxBytes });
const read = (file: Uint8Array, limits = defaultAvroLimits) => readAvro(file, { inflateRaw, limits });
const glucoseMetadata = { 'avro.schema': JSON.stringify(glucoseSchema) };
const twoBlocks = avroContainer(glucoseMetadata, [
  avroBlock(glucoseSchema, [glucoseAt(0, 100), glucoseAt(5, 110)]),
  avroBlock(glucoseSchema, [glucoseAt(10, 120)]),
]);

const reasonFor = (file: Uint8Array, limits = defaultAvroLimits) => {
  const outcome = read(file, limits);
  return outcome.ok ? 'read' : outcome.reason;
};

describe('readAvro', () => {
  it('reads every block by the schema in the file', () => {
    const outcome = read(twoBlocks);
    expect(outcome).toMatchObject({ ok: true, recordType: 'BloodGlucoseRecord', rejected: [] });
    expect(outcome.ok && outcome.records.length).toBe(3);
  });

  it('reads blocks packed by deflate', () => {
    const block = avroBlock(glucoseSchema, [glucoseAt(0, 100)]);
    const packed = { count: 1, bytes: deflateRawSync(block.bytes) };
    const outcome = read(avroContainer({ ...glucoseMetadata, 'avro.codec': 'deflate' }, [packed]));
    expect(outcome.ok && outcome.records.length).toBe(1);
  });

  it('names, counts and leaves out what is outside the clinical range, and keeps the rest', () => {
    const records = [glucoseAt(0, 5), glucoseAt(5, 110), glucoseAt(10, Number.NaN), glucoseAt(5, 110)];
    const outcome = read(avroContainer(glucoseMetadata, [avroBlock(glucoseSchema, records)]));
    expect(outcome).toMatchObject({
      ok: true,
      records: [{ mgPerDl: 110 }],
      rejected: [
        { index: 0, reason: 'out-of-range', field: 'levelInMilligramsPerDeciliter' },
        { index: 2, reason: 'malformed', field: 'levelInMilligramsPerDeciliter' },
        { index: 3, reason: 'repeated', field: 'metadata.id' },
      ],
    });
  });

  it('lets an instant beyond 2^53 cost its own record only', () => {
    const far = { ...glucoseAt(0, 100), timeEpochMillis: 0 };
    const block = avroBlock(glucoseSchema, [far, glucoseAt(5, 110)]);
    // The zig-zag varint of 0 is one byte; ten bytes hold the largest long.
    const at = block.bytes.indexOf(Buffer.from([0, 2, 12]));
    const bytes = Buffer.concat([
      block.bytes.subarray(0, at),
      Buffer.from([0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]),
      block.bytes.subarray(at + 1),
    ]);
    const outcome = read(avroContainer(glucoseMetadata, [{ count: 2, bytes }]));
    expect(outcome).toMatchObject({ ok: true, records: [{ mgPerDl: 110 }] });
    expect(outcome.ok && outcome.rejected).toMatchObject([{ index: 0, reason: 'invalid-time' }]);
  });

  it('refuses an empty file, a foreign one and one without a schema, each by name', () => {
    expect(reasonFor(new Uint8Array())).toBe('empty');
    expect(reasonFor(Buffer.from('time,value\n1,2\n'))).toBe('not-avro');
    expect(reasonFor(Buffer.from('PAR1'.padEnd(200)))).toBe('not-avro');
    expect(reasonFor(avroContainer({}, []))).toBe('no-schema');
    expect(reasonFor(avroContainer({ 'avro.schema': '{"type":' }, []))).toBe('bad-schema');
    expect(reasonFor(avroContainer({ 'avro.schema': '{"type":"recor"}' }, []))).toBe('bad-schema');
    const other = { type: 'record', name: 'AvroWeightRecord', fields: [{ name: 'kg', type: 'double' }] };
    expect(reasonFor(avroContainer({ 'avro.schema': JSON.stringify(other) }, []))).toBe('foreign-schema');
    expect(reasonFor(avroContainer({ 'avro.schema': '"string"' }, []))).toBe('foreign-schema');
    expect(reasonFor(avroContainer({ ...glucoseMetadata, 'avro.codec': 'snappy' }, []))).toBe(
      'unsupported-codec',
    );
  });

  it('refuses a file cut anywhere but between blocks, and never throws', () => {
    const [first] = [avroBlock(glucoseSchema, [glucoseAt(0, 100), glucoseAt(5, 110)])];
    const betweenBlocks = avroContainer(glucoseMetadata, [first!]).length;
    const headerOnly = avroContainer(glucoseMetadata, []).length;
    for (let length = 1; length < twoBlocks.length; length += 1) {
      const expected = length === betweenBlocks || length === headerOnly ? 'read' : 'truncated';
      expect(reasonFor(twoBlocks.subarray(0, length)), `cut at ${length}`).toBe(expected);
    }
  });

  it('refuses a block whose mark, count or content lies', () => {
    const wrongMark = Buffer.from(twoBlocks);
    wrongMark[wrongMark.length - 1]! ^= 1;
    expect(reasonFor(wrongMark)).toBe('torn');
    const block = avroBlock(glucoseSchema, [glucoseAt(0, 100)]);
    expect(reasonFor(avroContainer(glucoseMetadata, [{ ...block, count: 2 }]))).toBe('torn');
    expect(reasonFor(avroContainer(glucoseMetadata, [{ ...block, count: 0 }]))).toBe('torn');
    const packed = { ...glucoseMetadata, 'avro.codec': 'deflate' };
    expect(reasonFor(avroContainer(packed, [block]))).toBe('torn');
  });

  it('holds memory against an array that claims a billion samples, and against one of empty items', () => {
    const record = { ...glucoseAt(0, 0), startTimeEpochMillis: 0, endTimeEpochMillis: 0, samples: [] };
    const { bytes } = avroBlock(heartRateSchema, [record]);
    const claim = Buffer.concat([bytes.subarray(0, -1), Buffer.from([0x80, 0xa8, 0xd6, 0xb9, 0x07])]);
    const metadata = { 'avro.schema': JSON.stringify(heartRateSchema) };
    expect(reasonFor(avroContainer(metadata, [{ count: 1, bytes: claim }]))).toBe('torn');

    const schema = healthSchema('HeartRateRecord', [
      { name: 'samples', type: { type: 'array', items: 'null' } },
    ]);
    const nulls = avroBlock(schema, [{ ...record, samples: [null, null] }]);
    expect(reasonFor(avroContainer({ 'avro.schema': JSON.stringify(schema) }, [nulls]))).toBe('torn');
  });

  it('refuses what is larger than the limits, packed or unpacked', () => {
    const limits = { maxFileBytes: 1e6, maxBlockBytes: 1e5, maxItems: 10, maxUnpackedBytes: 2e5 };
    expect(reasonFor(new Uint8Array(1e6 + 1), limits)).toBe('too-large');
    const bomb = { count: 1, bytes: deflateRawSync(Buffer.alloc(5e6)) };
    expect(reasonFor(avroContainer({ ...glucoseMetadata, 'avro.codec': 'deflate' }, [bomb]), limits)).toBe(
      'torn',
    );
    const many = Array.from({ length: 11 }, (_, i) => glucoseAt(i, 100));
    expect(reasonFor(avroContainer(glucoseMetadata, [avroBlock(glucoseSchema, many)]), limits)).toBe(
      'too-large',
    );
    const recursive =
      '{"type":"record","name":"StepsRecord","fields":[{"name":"next","type":"StepsRecord"}]}';
    expect(['torn', 'bad-schema']).toContain(
      reasonFor(avroContainer({ 'avro.schema': recursive }, [{ count: 1, bytes: Buffer.alloc(9) }])),
    );
  });

  it('answers for any damage to any byte', () => {
    fc.assert(
      fc.property(fc.nat(twoBlocks.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(twoBlocks);
        damaged[at]! ^= flip;
        expect(typeof read(damaged).ok).toBe('boolean');
      }),
    );
  });
});

const exports = new URL('../../../../../shared/data/health-connect-avro/', import.meta.url);
const noExports = 'needs ../shared/data/health-connect-avro, seven exports of Health Connect';

describe('the exports of a real phone', () => {
  it('are read whole, nothing rejected', (context) => {
    if (!existsSync(exports)) return context.skip(noExports);
    const counts = readdirSync(exports).map((name) => {
      const outcome = read(readFileSync(new URL(name, exports)));
      return outcome.ok ? [outcome.recordType, outcome.records.length, outcome.rejected.length] : outcome;
    });
    // Counted with avsc's own stream decoder.
    expect(counts).toEqual([
      ['ActiveCaloriesBurnedRecord', 1, 0],
      ['BloodGlucoseRecord', 253, 0],
      ['HeartRateRecord', 78, 0],
      ['HeartRateRecord', 73, 0],
      ['HeartRateVariabilityRmssdRecord', 74, 0],
      ['SleepSessionRecord', 2, 0],
      ['StepsRecord', 2, 0],
    ]);
  });
});
