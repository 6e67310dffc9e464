import { rmSync } from 'node:fs';
import path from 'node:path';
import { readRecords, writeRecord } from './record-files.ts';
import { type Segment, StoredPart, StoredUpload } from './stored-records.ts';

export interface Upload extends StoredUpload {
  /** By part number. */
  readonly parts: ReadonlyMap<number, StoredPart>;
}

/** Multipart uploads that were begun and neither completed nor aborted. */
export interface Uploads {
  get(uploadId: string): Upload | undefined;
  all(): readonly Upload[];
  begin(upload: StoredUpload): void;
  /** Stores a part and returns the one it replaces. */
  putPart(part: StoredPart): StoredPart | undefined;
  /** Forgets an upload; the caller looks after the bytes of its parts. */
  end(uploadId: string): void;
}

type MutableUpload = StoredUpload & { parts: Map<number, StoredPart> };

const segmentsOf = (upload: Upload): Segment[] => [...upload.parts.values()].map(({ segment }) => segment);

/** The bytes of an upload's parts, but for those that a finished object took over. */
export const leftoverSegments = (upload: Upload, taken: readonly Segment[]): Segment[] => {
  const kept = new Set(taken.map(({ file }) => file));
  return segmentsOf(upload).filter(({ file }) => !kept.has(file));
};

/**
 * @param folder - holds `uploads/` and `parts/`
 * @param isFinished - whether an object of that upload exists: then a kill came between its birth and the clean-up
 */
export const loadUploads = (folder: string, isFinished: (uploadId: string) => boolean): Uploads => {
  const uploadFile = (uploadId: string) => path.join(folder, 'uploads', `${uploadId}.json`);
  const partFile = ({ uploadId, partNumber }: StoredPart) =>
    path.join(folder, 'parts', `${uploadId}.${partNumber}.json`);
  const uploads = new Map<string, MutableUpload>();

  const end = (uploadId: string) => {
    const upload = uploads.get(uploadId);
    uploads.delete(uploadId);
    rmSync(uploadFile(uploadId), { force: true });
    for (const part of upload?.parts.values() ?? []) rmSync(partFile(part), { force: true });
  };

  for (const upload of readRecords(path.join(folder, 'uploads'), StoredUpload)) {
    uploads.set(upload.uploadId, { ...upload, parts: new Map() });
  }
  for (const part of readRecords(path.join(folder, 'parts'), StoredPart)) {
    const upload = uploads.get(part.uploadId);
    if (upload === undefined) rmSync(partFile(part), { force: true });
    else upload.parts.set(part.partNumber, part);
  }
  for (const uploadId of [...uploads.keys()]) if (isFinished(uploadId)) end(uploadId);

  return {
    get: (uploadId) => uploads.get(uploadId),
    all: () => [...uploads.values()],
    begin: (upload) => {
      writeRecord(uploadFile(upload.uploadId), upload);
      uploads.set(upload.uploadId, { ...upload, parts: new Map() });
    },
    putPart: (part) => {
      const parts = uploads.get(part.uploadId)?.parts;
      const replaced = parts?.get(part.partNumber);
      writeRecord(partFile(part), part);
      parts?.set(part.partNumber, part);
      return replaced;
    },
    end,
  };
};
