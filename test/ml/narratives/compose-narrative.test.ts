import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readAvro } from '../../../ml/narratives/avro/read-avro.ts';
import { composeNarrative } from '../../../ml/narratives/compose-narrative.ts';
import { screenText } from '../../../ml/narratives/phi/screen-text.ts';
import { RecordType } from '../../../ml/narratives/record-type.ts';
import { validateRecords } from '../../../ml/narratives/records/validate-records.ts';

const exports = new URL('../../../../shared/data/health-connect-avro/', import.meta.url);
const noExports = 'needs ../shared/data/health-connect-avro, seven exports of Health Connect';

const narrativeOf = (name: string) => {
  const outcome = readAvro(readFileSync(new URL(name, exports)), {
    inflateRaw: (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes }),
  });
  if (!outcome.ok) throw new Error(outcome.detail);
  return composeNarrative(outcome)!;
};

describe('the narratives of a real phone', () => {
  it('agree with a hand calculation of one night', (context) => {
    if (!existsSync(exports)) return context.skip(noExports);
    // Two sessions over one night: a watch's of 443 min (06:56 to 14:19 UTC, offset −05:00) and a ring's of
    // 375 min within it; both have stages, so the longer is taken. Its 109 stages, added up from avsc's own
    // decoder: light 169.5, deep 107, REM 93.5, awake 73 min. Asleep 169.5 + 107 + 93.5 = 370; 370 / 443 = 83.5 %;
    // deep 107 / 370 = 28.9 %, REM 93.5 / 370 = 25.3 %, light 169.5 / 370 = 45.8 %. 20 September 2025 is a Saturday.
    const { narrative, clinicalInsights } = narrativeOf('SleepSessionRecord_1758407139312.avro');
    expect(clinicalInsights).toMatchObject({
      total_readings: 2,
      nights: 1,
      overlapping_sessions: 1,
      mean_in_bed_minutes: 443,
      mean_asleep_minutes: 370,
      efficiency_percent: 83.5,
      mean_awake_minutes: 73,
      deep_percent: 28.9,
      rem_percent: 25.3,
      light_percent: 45.8,
      weekend_nights: 1,
    });
    expect(narrative).toContain('Time in bed was 7 h 23 min, from 01:56 to 09:19.');
    expect(narrative).toContain('6 h 10 min were spent asleep, an efficiency of 83.5%');
  });

  it('agree with a hand calculation of one day of steps, which two sources counted', (context) => {
    if (!existsSync(exports)) return context.skip(noExports);
    // A phone's 3,933 from 00:00 and a ring's 2,517 from 04:00, both to 23:59:59.999 local, exported at 17:25. The
    // phone covers more time and all of the ring's: 3,933 in all, not 6,450.
    const { narrative, clinicalInsights } = narrativeOf('StepsRecord_1758407139312.avro');
    expect(clinicalInsights).toMatchObject({
      total_steps: 3933,
      not_added_steps: 2517,
      days: 1,
      unfinished_days: 1,
    });
    expect(narrative).toContain('3,933 steps in all');
    expect(narrative).not.toContain('6,450');
  });

  it('agree with sums over the decoded records of the others', (context) => {
    if (!existsSync(exports)) return context.skip(noExports);
    // From avsc's stream decoder. Glucose: n = 253, Σ = 28,204, Σ² = 3,200,820: mean 111.48,
    // SD √((3,200,820 − 28,204² / 253) / 252) = 15.00, CV 13.5 %, GMI 3.31 + 0.02392 × 111.48 = 5.98.
    expect(narrativeOf('BloodGlucoseRecord_1758407139312.avro').clinicalInsights).toMatchObject({
      total_readings: 253,
      days: 2,
      span_hours: 21,
      mean_mg_dl: 111.5,
      sd_mg_dl: 15,
      cv_percent: 13.5,
      gmi_percent: 5.98,
      min_mg_dl: 83,
      max_mg_dl: 159,
      in_range_70_180_percent: 100,
      is_local_time_known: false,
    });
    expect(narrativeOf('HeartRateRecord_1758407139312.avro').clinicalInsights).toMatchObject({
      total_samples: 622,
      sources: 2,
      min_bpm: 57,
      max_bpm: 102,
    });
    expect(narrativeOf('ActiveCaloriesBurnedRecord_1758407139312.avro').clinicalInsights).toMatchObject({
      total_active_kcal: 124,
      unfinished_days: 1,
    });
    expect(narrativeOf('HeartRateVariabilityRmssdRecord_1758407139312.avro').clinicalInsights).toMatchObject({
      total_readings: 74,
      // Σ = 1,888.
      mean_rmssd_ms: 25.5,
      min_rmssd_ms: 8,
      max_rmssd_ms: 69,
    });
  });

  it('hold no hole where a number should be, no diagnosis and no identity', (context) => {
    if (!existsSync(exports)) return context.skip(noExports);
    for (const name of readdirSync(exports)) {
      const { narrative, qualityScore } = narrativeOf(name);
      expect(narrative).not.toMatch(/NaN|null|undefined|Infinity|\[object/);
      expect(narrative).not.toMatch(/\b(diabetic|hypertension|arrhythmia|insomnia|you (have|suffer))\b/i);
      expect(narrative).not.toMatch(/com\.|[0-9a-f]{8}-[0-9a-f]{4}/);
      expect(screenText(narrative).counts).toEqual({});
      expect(narrative).toContain('not a diagnosis');
      expect(qualityScore).toBeGreaterThan(0);
      expect(qualityScore).toBeLessThanOrEqual(1);
    }
  });
});

describe('composeNarrative', () => {
  it('has nothing to say where no record was left', () => {
    for (const recordType of RecordType.options) {
      expect(composeNarrative(validateRecords(recordType, [{}]))).toBeNull();
    }
  });
});
