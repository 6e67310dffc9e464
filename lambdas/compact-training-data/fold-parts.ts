import { type FoldList, foldListField, maxBytesField } from '../shared/narratives/fold-list.ts';
import type { Shelf } from '../shared/narratives/read-shelf.ts';
import {
  fileKey,
  fileNumber,
  foldKey,
  latecomerMs,
  trainingContentType,
} from '../shared/narratives/training-layout.ts';
import type { TrainingMonth } from '../shared/narratives/training-month.ts';
import type { ListedObject, ObjectState } from '../shared/ports/conditional-objects.ts';
import type { CompactDeps } from './compact-deps.ts';

export interface Folding {
  readonly month: TrainingMonth;
  readonly shelf: Shelf;
  /** Every part that lies there. */
  readonly listed: readonly ListedObject[];
  /** Those of them that wait, in order; at least one. */
  readonly waiting: readonly ListedObject[];
}

/** Bytes of parts that are held in memory at once, beside a file that is not yet 5 MiB. */
const roundBytes = 8 * 1024 * 1024;

interface Target {
  readonly key: string;
  /** Absent: to be created. */
  readonly file?: ObjectState;
  readonly maxBytes: number;
  readonly room: number;
}

/**
 * Adds waiting parts, as many as have room, to the month's last file in one conditional write, which is the moment
 * at which they are folded.
 *
 * @returns the keys of the parts folded; undefined when the month changed meanwhile and nothing was written
 */
export const foldParts = async (
  deps: CompactDeps,
  folding: Folding,
): Promise<readonly string[] | undefined> => {
  const target = chooseTarget(deps, folding);
  const parts = withinRoom(folding.waiting, Math.min(target.room, roundBytes));
  const bodies: Uint8Array[] = [];
  for (const { key } of parts) {
    const body = await deps.objects.read(key);
    if (body === undefined) return undefined;
    bodies.push(body);
  }
  const list = foldKey(deps.layout, folding.month, deps.newId());
  const fold = nextFoldList(folding, parts, deps.clock.now());
  if (!(await deps.objects.create(list, { body: JSON.stringify(fold), contentType: 'application/json' }))) {
    return undefined;
  }
  const content = {
    body: Buffer.concat(bodies),
    contentType: trainingContentType,
    metadata: { [foldListField]: list, [maxBytesField]: String(target.maxBytes) },
  };
  const written =
    target.file === undefined
      ? await deps.objects.create(target.key, content)
      : await deps.objects.append(target.file, content);
  return written ? parts.map(({ key }) => key) : undefined;
};

/**
 * A file is full when a part of the largest size might not fit. That follows from its size and from the limit it
 * was begun with, so that every compactor sees the same, and a file that is full has its last content.
 */
const chooseTarget = (deps: CompactDeps, { month, shelf }: Folding): Target => {
  const file = shelf.files.at(-1);
  const create = (number: number): Target => ({
    key: fileKey(deps.layout, month, number),
    maxBytes: deps.maxFileBytes,
    room: deps.maxFileBytes,
  });
  if (file === undefined) return create(1);
  const maxBytes = Number(file.metadata[maxBytesField] ?? deps.maxFileBytes);
  const room = maxBytes - file.bytes;
  if (room < deps.maxPartBytes) return create((fileNumber(file.key) ?? 1) + 1);
  return { key: file.key, file, maxBytes, room };
};

/** At least one, so that a part of any size gets in. */
const withinRoom = (waiting: readonly ListedObject[], room: number): readonly ListedObject[] => {
  let bytes = 0;
  const end = waiting.findIndex((part, index) => {
    bytes += part.bytes;
    return index > 0 && bytes > room;
  });
  return end === -1 ? waiting : waiting.slice(0, end);
};

/** Forgets a part only when it is gone and its latest possible latecomer too. */
const nextFoldList = ({ shelf, listed }: Folding, parts: readonly ListedObject[], now: number): FoldList => {
  const there = new Set(listed.map(({ key }) => key));
  const kept = shelf.lastList.parts.filter(
    ({ key, foldedAt }) => there.has(key) || foldedAt > now - latecomerMs,
  );
  return { schemaVersion: 1, parts: [...kept, ...parts.map(({ key }) => ({ key, foldedAt: now }))] };
};
