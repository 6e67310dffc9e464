import { inflateRawSync } from 'node:zlib';
import { makeImportHealthRecords } from '../../../lambdas/import-health-records/import-health-records.ts';
import type { ObjectCreatedEvent } from '../../../lambdas/import-health-records/schema.ts';
import type { FetchedExport } from '../../../lambdas/shared/ports/health-exports.ts';
import type { NarrativeRequest } from '../../../ml/narratives/narrative-request.ts';
import type { HealthRecords } from '../../../ml/narratives/records/validate-records.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

export const bucket = 'health';
export const userId = 'canary-ada';

export const eventFor = (key: string, etag = 'tag'): ObjectCreatedEvent => ({
  id: 'event-1',
  source: 'aws.s3',
  'detail-type': 'Object Created',
  time: '2025-11-15T10:30:00Z',
  detail: { bucket: { name: bucket }, object: { key, size: 10, etag } },
});

export interface Fault {
  readonly port: 'exports' | 'records' | 'narratives' | 'objects';
  /** Whether the call was done all the same. */
  readonly moment: 'before' | 'after';
}

/** The use case over stores in memory, with one file in the bucket. @param fault - of the first call of a port */
export const importSetUp = (
  file: Uint8Array | FetchedExport,
  metadata: Readonly<Record<string, string>> = {},
  fault?: Fault,
) => {
  let isDue = fault !== undefined;
  const shaken =
    <Arguments extends readonly unknown[], Result>(
      port: Fault['port'],
      call: (...given: Arguments) => Promise<Result>,
    ) =>
    async (...given: Arguments): Promise<Result> => {
      const isNow = isDue && fault?.port === port;
      if (isNow) isDue = false;
      if (isNow && fault.moment === 'before') throw new Error('injected');
      const result = await call(...given);
      if (isNow) throw new Error('injected');
      return result;
    };
  const { clock } = fakeClock('2025-11-15T10:31:00Z');
  const { objects, current } = memoryObjects(clock);
  const { telemetry, lines, counts } = recordingTelemetry();
  const stored: { readonly userId: string; readonly records: HealthRecords }[] = [];
  const sent: NarrativeRequest[] = [];
  const fetched = file instanceof Uint8Array ? { state: 'found' as const, bytes: file, metadata } : file;
  const run = makeImportHealthRecords({
    exports: { fetch: shaken('exports', async () => fetched) },
    records: {
      put: shaken('records', async (owner, records) => void stored.push({ userId: owner, records })),
    },
    narratives: { send: shaken('narratives', async (request) => void sent.push(request)) },
    tombstones: { among: async (userIds) => new Set(userIds.filter((userId) => userId === 'erased-person')) },
    objects: { create: shaken('objects', objects.create) },
    inflateRaw: (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }),
    clock,
    telemetry,
    bucket,
  });
  const entries = () =>
    [...current].map(([key, { body }]) => ({ key, body: JSON.parse(body.toString('utf8')) }));
  return { run, stored, sent, entries, counts, said: () => JSON.stringify([lines, [...counts]]) };
};
