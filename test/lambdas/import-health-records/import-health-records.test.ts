import { describe, expect, it } from 'vitest';
import { parseObjectCreatedEvent } from '../../../lambdas/import-health-records/schema.ts';
import testPayload from '../../../lambdas/import-health-records/test-payload.json' with { type: 'json' };
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { RecordType } from '../../../ml/narratives/record-type.ts';
import { generateExport } from '../../../ml/synthetic/health-connect/generate-export.ts';
import { avroBlock, avroContainer, glucoseAt, glucoseSchema } from '../../support/avro-container.ts';
import { bucket, eventFor, importSetUp, userId } from './set-up.ts';

const exportOf = (recordType: RecordType) =>
  generateExport({ recordType, seed: 1, days: 2, exportedAtMs: Date.UTC(2025, 10, 15, 9) });
const keyOf = (recordType: string, owner = userId) =>
  `raw/${recordType}/2025/11/15/${owner}_1763202600000_a1.avro`;
const glucoseFile = (values: readonly number[]) =>
  avroContainer({ 'avro.schema': JSON.stringify(glucoseSchema) }, [
    avroBlock(
      glucoseSchema,
      values.map((mgPerDl, index) => glucoseAt(index * 5, mgPerDl)),
    ),
  ]);

describe('importing a health export', () => {
  it.each(RecordType.options)('keeps the records of %s and sends their narrative', async (recordType) => {
    const { run, stored, sent, entries, said } = importSetUp(exportOf(recordType));
    expect(await run(eventFor(keyOf(recordType)))).toMatchObject({ outcome: 'imported', recordType });
    expect(stored).toMatchObject([{ userId, records: { recordType } }]);
    expect(sent).toMatchObject([
      {
        sourceMetadata: { bucket, key: keyOf(recordType), recordType, userId, correlationId: 'event-1' },
        processingMetadata: { recordCount: stored[0]?.records.records.length },
      },
    ]);
    expect(sent[0]?.narrative).toContain('not a diagnosis');
    expect(entries()).toEqual([]);
    expect(said()).not.toContain('canary');
  });

  it('takes the person from the metadata where the name says none, and the correlation id too', async () => {
    const { run, sent } = importSetUp(exportOf('StepsRecord'), {
      'user-id': userId,
      'correlation-id': 'upload-7',
    });
    await run(eventFor('raw/StepsRecord/2025/11/StepsRecord_1758407139312.avro'));
    expect(sent).toMatchObject([{ sourceMetadata: { userId, correlationId: 'upload-7' } }]);
  });

  it('leaves out what lies outside clinical ranges, names and counts it, and keeps the rest', async () => {
    const { run, stored, sent, entries, counts, said } = importSetUp(glucoseFile([95, 4321, 100, 19]));
    expect(await run(eventFor(keyOf('BloodGlucoseRecord')))).toMatchObject({
      recordsKept: 2,
      recordsLeftOut: 2,
    });
    expect(stored[0]?.records.records).toHaveLength(2);
    expect(sent[0]?.processingMetadata.recordCount).toBe(2);
    const field = 'levelInMilligramsPerDeciliter';
    expect(entries()).toMatchObject([
      {
        key: expect.stringMatching(/^quarantine\/exports\/2025\/11\/[0-9a-f]{64}\.json$/),
        body: {
          reason: 'records-left-out',
          count: 2,
          records: [
            { index: 1, reason: 'out-of-range', field, count: 1 },
            { index: 3, reason: 'out-of-range', field, count: 1 },
          ],
          object: { key: 'raw/BloodGlucoseRecord/2025/11/15/1763202600000_a1.avro', etag: 'tag' },
        },
      },
    ]);
    expect(counts.get('RecordsLeftOut')).toBe(2);
    expect(said() + JSON.stringify(entries())).not.toMatch(/canary|4321/);
  });

  it('counts a record that comes twice once, and finds nothing wrong with it', async () => {
    const file = avroContainer({ 'avro.schema': JSON.stringify(glucoseSchema) }, [
      avroBlock(glucoseSchema, [glucoseAt(0, 100, 'a'), glucoseAt(0, 100, 'a'), glucoseAt(5, 101, 'b')]),
    ]);
    const { run, entries } = importSetUp(file);
    expect(await run(eventFor(keyOf('BloodGlucoseRecord')))).toMatchObject({
      recordsKept: 2,
      recordsLeftOut: 0,
    });
    expect(entries()).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  const good = exportOf('StepsRecord');
  const torn = Buffer.from(good);
  torn.fill(0, torn.length - 3);
  const noSchema = avroContainer({ 'avro.codec': 'null' }, []);
  const foreign = avroContainer(
    { 'avro.schema': JSON.stringify({ type: 'record', name: 'Invoice', fields: [] }) },
    [],
  );
  const unnamed = 'raw/StepsRecord/2025/11/StepsRecord_1758407139312.avro';

  it.each([
    ['truncated', good.subarray(0, good.length - 40), keyOf('StepsRecord'), {}],
    ['torn', torn, keyOf('StepsRecord'), {}],
    ['no-schema', noSchema, keyOf('StepsRecord'), {}],
    ['foreign-schema', foreign, keyOf('StepsRecord'), {}],
    ['not-avro', Buffer.from('date,steps\n'), keyOf('StepsRecord'), {}],
    ['empty', Buffer.alloc(0), keyOf('StepsRecord'), {}],
    ['record-type-mismatch', good, keyOf('HeartRateRecord'), {}],
    ['no-usable-records', glucoseFile([5, 9999]), keyOf('BloodGlucoseRecord'), {}],
    ['no-user', good, unnamed, {}],
    ['user-mismatch', good, keyOf('StepsRecord'), { 'user-id': 'canary-bob' }],
    ['bad-user-id', good, unnamed, { 'user-id': `canary${'x'.repeat(256)}` }],
    ['unknown-folder', good, `raw/Letters/canary-ada.avro`, { 'user-id': userId }],
  ] as const)(
    '%s: is set aside with that reason, and nothing else is done',
    async (reason, file, key, metadata) => {
      const { run, stored, sent, entries, counts, said } = importSetUp(file, metadata);
      const result = await run(eventFor(key));
      expect(result).toMatchObject({ outcome: 'quarantined', reason });
      expect(entries()).toMatchObject([{ key: Reflect.get(result, 'entry'), body: { reason } }]);
      expect([stored, sent]).toEqual([[], []]);
      expect(counts.get('ExportsQuarantined')).toBe(1);
      expect(said() + JSON.stringify([entries(), result])).not.toContain('canary');
    },
  );

  it('is one entry however often its event is delivered', async () => {
    const { run, entries } = importSetUp(Buffer.from('no Avro'));
    await run(eventFor(keyOf('StepsRecord')));
    await run(eventFor(keyOf('StepsRecord')));
    await run(eventFor(keyOf('StepsRecord'), 'another state'));
    expect(entries()).toHaveLength(2);
  });

  it('too large: is set aside without being read', async () => {
    const { run } = importSetUp({ state: 'too-large', metadata: {} });
    expect(await run(eventFor(keyOf('StepsRecord')))).toMatchObject({ reason: 'too-large' });
  });

  it('that is gone again, or no export at all, is passed over', async () => {
    expect(await importSetUp({ state: 'gone' }).run(eventFor(keyOf('StepsRecord')))).toEqual({
      outcome: 'ignored',
      reason: 'gone',
    });
    for (const key of ['raw/StepsRecord/', 'training/a.jsonl']) {
      expect(await importSetUp(good).run(eventFor(key))).toEqual({
        outcome: 'ignored',
        reason: 'other-object',
      });
    }
  });
});

describe('its event', () => {
  it('is that of EventBridge', () => {
    expect(parseObjectCreatedEvent(testPayload).detail.object.size).toBe(1364);
  });

  it('is refused by field where it is another', () => {
    expect(() => parseObjectCreatedEvent({ ...testPayload, source: 'aws.ec2' })).toThrow(InvalidRequestError);
    expect(() => parseObjectCreatedEvent({ Records: [] })).toThrow(/detail-type/);
  });
});
