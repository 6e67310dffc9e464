import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readAvro } from '../../../../ml/narratives/avro/read-avro.ts';
import { composeNarrative } from '../../../../ml/narratives/compose-narrative.ts';
import { insightKind } from '../../../../ml/narratives/line/insight-kind.ts';
import { RecordType } from '../../../../ml/narratives/record-type.ts';
import { generateExport } from '../../../../ml/synthetic/health-connect/generate-export.ts';

const exportedAtMs = Date.UTC(2025, 10, 15, 9);
const exportOf = (recordType: RecordType, seed = 1, days = 3) =>
  generateExport({ recordType, seed, days, exportedAtMs });
const read = (file: Uint8Array) =>
  readAvro(file, { inflateRaw: (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }) });

describe('exports of made-up people', () => {
  it.each(RecordType.options)('of %s read without a record left out, and tell a story', (recordType) => {
    const records = read(exportOf(recordType));
    expect(records).toMatchObject({ ok: true, recordType, rejected: [] });
    const narrative = records.ok ? composeNarrative(records) : null;
    expect(narrative?.narrative).toContain('not a diagnosis');
    expect(narrative?.recordCount).toBeGreaterThan(2);
  });

  it.each(RecordType.options)(
    'of %s: every figure is of the type that its name gives the column',
    (recordType) => {
      const records = read(exportOf(recordType));
      const insights = records.ok ? composeNarrative(records)?.clinicalInsights : {};
      for (const [name, value] of Object.entries(insights ?? {})) {
        const kind = insightKind(name);
        const type = kind === 'text' ? 'string' : kind === 'boolean' ? 'boolean' : 'number';
        expect(value === null ? type : typeof value, name).toBe(type);
        if (kind === 'integer' && value !== null) expect(value, name).toSatisfy(Number.isInteger);
      }
    },
  );

  it('are the same for the same seed and others for another', () => {
    const once = exportOf('HeartRateVariabilityRmssdRecord');
    expect(exportOf('HeartRateVariabilityRmssdRecord')).toEqual(once);
    expect(exportOf('HeartRateVariabilityRmssdRecord', 2)).not.toEqual(once);
  });

  it('span more than one block where there are many records', () => {
    const records = read(exportOf('BloodGlucoseRecord', 1, 2));
    expect(records.ok && records.records.length).toBe(576);
  });

  it('hold steps twice, as phone and watch count them', () => {
    const records = read(exportOf('StepsRecord'));
    const narrative = records.ok ? composeNarrative(records) : null;
    const { total_steps: total, not_added_steps: notAdded } = narrative?.clinicalInsights ?? {};
    expect(Number(notAdded)).toBeGreaterThan(0.8 * Number(total));
  });
});
