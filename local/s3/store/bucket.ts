import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type DataFiles, makeDataFiles } from './data-files.ts';
import { type DeleteWatch, makeDeleteWatches } from './delete-watches.ts';
import type { NewObject } from './new-object.ts';
import { readRecords, writeRecord } from './record-files.ts';
import {
  type ObjectLock,
  type ObjectVersion,
  type Retention,
  recordSchemaVersion,
  type StoredBucket,
  type StoredContent,
  StoredVersion,
  type Versioning,
} from './stored-records.ts';
import { loadUploads, type Uploads } from './uploads.ts';
import { makeVersionIndex } from './version-index.ts';

/** One bucket. What changes it is synchronous: decided, on disk and visible in one step. */
export interface Bucket {
  readonly name: string;
  readonly createdAt: number;
  readonly versioning: Versioning;
  readonly data: DataFiles;
  readonly uploads: Uploads;
  setVersioning(versioning: Versioning): void;
  /** Absent: Object Lock was never enabled, which it stays once it is. */
  readonly lock: ObjectLock | undefined;
  setLock(lock: ObjectLock): void;
  setRetention(version: ObjectVersion, retention: Retention): void;
  /** Keys with at least one version, be it a delete marker, in UTF-8 order. */
  keys(): readonly string[];
  /** Newest first; delete markers included. */
  versionsOf(key: string): readonly StoredVersion[];
  /** The object that a plain GET would give. */
  current(key: string): ObjectVersion | undefined;
  /** Without a retention of its own, the bucket's default one holds. */
  put(key: string, content: StoredContent, modifiedAt: number): StoredVersion;
  /** Deletes as a plain DELETE does; gives the delete marker, if that left one. */
  remove(key: string, modifiedAt: number): StoredVersion | undefined;
  /** Deletes one version for good. */
  removeVersion(version: StoredVersion): void;
  watchDeletes(key: string): DeleteWatch;
}

export interface BucketSource {
  /** Created when it is not there. */
  readonly folder: string;
  readonly stored: StoredBucket;
  /** Keeps a change of the bucket's own record. */
  readonly save: (changed: StoredBucket) => void;
  /** Hears of each object that is written. */
  readonly onCreated: (object: NewObject) => void;
}

/** Whether a version holds bytes, rather than being a delete marker. */
export const holdsContent = (version: StoredVersion | undefined): version is ObjectVersion =>
  version?.content !== undefined;

const versionFile = (folder: string, { key, versionId }: StoredVersion) =>
  path.join(folder, 'versions', `${createHash('sha256').update(key).digest('hex')}.${versionId}.json`);

const dayMs = 86_400_000;

const defaultRetention = (
  lock: ObjectLock | undefined,
  modifiedAt: number,
): { readonly retention?: Retention } =>
  lock?.defaultDays === undefined
    ? {}
    : { retention: { mode: 'COMPLIANCE', until: modifiedAt + lock.defaultDays * dayMs } };

const removeOrphans = (folder: string, used: ReadonlySet<string>) => {
  for (const file of readdirSync(folder)) if (!used.has(file)) rmSync(path.join(folder, file));
};

/**
 * Brings a bucket into memory from its folder, and removes what a kill left half-done.
 *
 * `versions/` holds a record of each, named by a hash of the key, so that any key is safe; `uploads/` and `parts/`
 * those of multipart uploads; `data/` the bytes.
 */
export const loadBucket = ({ folder, stored, save, onCreated }: BucketSource): Bucket => {
  for (const name of ['versions', 'uploads', 'parts', 'data']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  const versions = readRecords(path.join(folder, 'versions'), StoredVersion);
  const finished = new Set(versions.map(({ content }) => content?.uploadId));
  const uploads = loadUploads(folder, (uploadId) => finished.has(uploadId));
  const index = makeVersionIndex(versions);
  const data = makeDataFiles(path.join(folder, 'data'));
  removeOrphans(
    path.join(folder, 'data'),
    new Set([
      ...versions.flatMap(({ content }) => content?.segments ?? []).map(({ file }) => file),
      ...uploads.all().flatMap(({ parts }) => [...parts.values()].map(({ segment }) => segment.file)),
    ]),
  );

  let { versioning, lock } = stored;
  const saveSettings = () => save({ ...stored, versioning, ...(lock !== undefined && { lock }) });
  let sequence = versions.reduce((highest, version) => Math.max(highest, version.sequence), 0);
  const watches = makeDeleteWatches();

  const store = (key: string, rest: Pick<StoredVersion, 'content' | 'modifiedAt'>): StoredVersion => {
    sequence += 1;
    const versionId = versioning === 'Enabled' ? randomBytes(16).toString('hex') : 'null';
    const version = { schemaVersion: recordSchemaVersion, key, versionId, sequence, ...rest } as const;
    const replaced = index.of(key).find((other) => other.versionId === versionId);
    writeRecord(versionFile(folder, version), version);
    index.put(version);
    data.discard(replaced?.content?.segments ?? []);
    return version;
  };
  const removeVersion = (version: StoredVersion) => {
    rmSync(versionFile(folder, version), { force: true });
    index.remove(version);
    data.discard(version.content?.segments ?? []);
  };
  const current = (key: string) => {
    const newest = index.of(key)[0];
    return holdsContent(newest) ? newest : undefined;
  };
  /** Runs a deletion and tells the watches, if the object that was there no longer is. */
  const deleting = <T>(key: string, action: () => T): T => {
    const existed = current(key) !== undefined;
    const result = action();
    if (existed && current(key) === undefined) watches.report(key);
    return result;
  };

  return {
    name: stored.name,
    createdAt: stored.createdAt,
    get versioning() {
      return versioning;
    },
    data,
    uploads,
    setVersioning: (next) => {
      versioning = next;
      saveSettings();
    },
    get lock() {
      return lock;
    },
    setLock: (next) => {
      lock = next;
      versioning = 'Enabled';
      saveSettings();
    },
    setRetention: (version, retention) => {
      const changed = { ...version, content: { ...version.content, retention } };
      writeRecord(versionFile(folder, version), changed);
      index.replace(changed);
    },
    keys: () => index.keys(),
    versionsOf: (key) => index.of(key),
    current,
    put: (key, unlocked, modifiedAt) => {
      const content = { ...defaultRetention(lock, modifiedAt), ...unlocked };
      const version = store(key, { content, modifiedAt });
      onCreated({ bucket: stored.name, key, size: content.size, etag: content.etag, version, modifiedAt });
      return version;
    },
    remove: (key, modifiedAt) =>
      deleting(key, () => {
        if (versioning !== 'Unversioned') return store(key, { modifiedAt });
        const newest = index.of(key)[0];
        if (newest !== undefined) removeVersion(newest);
        return undefined;
      }),
    removeVersion: (version) => deleting(version.key, () => removeVersion(version)),
    watchDeletes: (key) => watches.watch(key),
  };
};
