import type { InflateRaw } from '../../ml/narratives/avro/avro-outcome.ts';
import type { ValidatedRecords } from '../../ml/narratives/records/validate-records.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import type { HealthExports } from '../shared/ports/health-exports.ts';
import type { HealthRecordStore } from '../shared/ports/health-record-store.ts';
import type { NarrativeQueue } from '../shared/ports/narrative-queue.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { Tombstones } from '../shared/ports/tombstones.ts';
import { importLimits, judgeExport } from './judge-export.ts';
import { rawPrefix } from './owner-of-export.ts';
import { countOf, quarantineEntry, type SetAside } from './quarantine-entry.ts';
import type { ImportResult, ObjectCreatedEvent } from './schema.ts';

export interface ImportHealthRecordsDeps {
  readonly exports: HealthExports;
  readonly records: HealthRecordStore;
  readonly narratives: NarrativeQueue;
  readonly tombstones: Pick<Tombstones, 'among'>;
  readonly objects: Pick<ConditionalObjects, 'create'>;
  readonly inflateRaw: InflateRaw;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly bucket: string;
}

const longestCorrelationId = 1024;

/**
 * From an export that was put into the bucket to its records in the table and a narrative in the queue. A file that
 * cannot be used is set aside with its reason, and so are the records of a good one that lie outside clinical
 * ranges. Every step can be repeated, so that a delivery that failed half-way is made good by the next.
 *
 * @throws what the stores throw, for the event to be delivered again
 */
export const makeImportHealthRecords =
  (deps: ImportHealthRecordsDeps) =>
  async (event: ObjectCreatedEvent): Promise<ImportResult> => {
    const startedAt = deps.clock.now();
    const { bucket, object } = event.detail;
    // Consoles make empty objects to show folders.
    if (bucket.name !== deps.bucket || !object.key.startsWith(rawPrefix) || object.key.endsWith('/')) {
      return { outcome: 'ignored', reason: 'other-object' };
    }
    const fetched = await deps.exports.fetch(object, importLimits.maxFileBytes);
    if (fetched.state === 'gone') {
      deps.telemetry.info('export gone before it was read');
      return { outcome: 'ignored', reason: 'gone' };
    }
    const judged = judgeExport(object.key, fetched, deps.inflateRaw);
    if (!judged.ok) {
      deps.telemetry.count('ExportsQuarantined');
      return { outcome: 'quarantined', reason: judged.reason, entry: await setAside(deps, event, judged) };
    }
    const { userId, validated, narrative, rejected } = judged;
    if ((await deps.tombstones.among([userId])).size > 0) {
      deps.telemetry.info('export of somebody erased left where it is');
      return { outcome: 'ignored', reason: 'erased' };
    }
    if (rejected.length > 0) {
      const detail = 'records or samples are unsound or outside their range; the rest is imported';
      await setAside(deps, event, { reason: 'records-left-out', detail, rejected });
    }
    await deps.records.put(userId, validated);
    await deps.narratives.send({
      narrative: narrative.narrative,
      sourceMetadata: {
        bucket: bucket.name,
        key: object.key,
        recordType: validated.recordType,
        userId,
        correlationId: (fetched.metadata['correlation-id'] ?? event.id).slice(0, longestCorrelationId),
      },
      processingMetadata: {
        duration: (deps.clock.now() - startedAt) / 1000,
        recordCount: narrative.recordCount,
        qualityScore: narrative.qualityScore,
        clinicalInsights: { ...narrative.clinicalInsights },
      },
    });
    return tellImported(deps, validated, countOf(rejected));
  };

/** @returns the key of the entry */
const setAside = async (
  { objects, telemetry }: ImportHealthRecordsDeps,
  event: ObjectCreatedEvent,
  aside: SetAside,
): Promise<string> => {
  const { key, content } = quarantineEntry(event, aside);
  await objects.create(key, content);
  const count = countOf(aside.rejected ?? []);
  telemetry.count('RecordsLeftOut', count);
  telemetry.warn('set aside', { reason: aside.reason, entry: key, recordsLeftOut: count });
  return key;
};

const tellImported = (
  { telemetry }: ImportHealthRecordsDeps,
  { recordType, records }: ValidatedRecords,
  recordsLeftOut: number,
): ImportResult => {
  telemetry.count('ExportsImported');
  telemetry.count('RecordsKept', records.length);
  telemetry.info('export imported', { recordType, recordsKept: records.length, recordsLeftOut });
  return { outcome: 'imported', recordType, recordsKept: records.length, recordsLeftOut };
};
