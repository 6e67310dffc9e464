import type { ConditionalObjects, ListedObject, ObjectState } from '../ports/conditional-objects.ts';
import { FoldList, foldListField } from './fold-list.ts';
import { fileNumber, monthFolder, type TrainingLayout } from './training-layout.ts';
import type { TrainingMonth } from './training-month.ts';

/** One month's files and what they have taken in. */
export interface Shelf {
  /** In order; only the last one ever changes. */
  readonly files: readonly ObjectState[];
  /** When each part was folded, epoch milliseconds, by its key. */
  readonly folded: ReadonlyMap<string, number>;
  /** The fold list of the last file. */
  readonly lastList: FoldList;
  /** Keys of the fold lists that files point to. */
  readonly foldKeys: readonly string[];
}

const emptyList: FoldList = { schemaVersion: 1, parts: [] };

/** @returns undefined when the month changed while it was read */
export const readShelf = async (
  objects: ConditionalObjects,
  layout: TrainingLayout,
  month: TrainingMonth,
): Promise<Shelf | undefined> => {
  const files = await readFiles(objects, layout, month);
  if (files === undefined) return undefined;
  const lists: FoldList[] = [];
  const foldKeys: string[] = [];
  for (const { metadata } of files) {
    const key = metadata[foldListField];
    // A file that somebody else put there has none, and has taken nothing in.
    if (key === undefined) {
      lists.push(emptyList);
      continue;
    }
    const body = await objects.read(key);
    if (body === undefined) return undefined;
    foldKeys.push(key);
    lists.push(FoldList.parse(JSON.parse(Buffer.from(body).toString('utf8'))));
  }
  const folded = new Map(lists.flatMap(({ parts }) => parts.map(({ key, foldedAt }) => [key, foldedAt])));
  return { files, folded, lastList: lists.at(-1) ?? emptyList, foldKeys };
};

/** @returns undefined when one vanished meanwhile */
export const readFiles = async (
  objects: ConditionalObjects,
  layout: TrainingLayout,
  month: TrainingMonth,
): Promise<readonly ObjectState[] | undefined> => {
  const keys: string[] = [];
  for await (const { key } of objects.list(monthFolder(layout.files, month))) {
    if (fileNumber(key) !== undefined) keys.push(key);
  }
  keys.sort((a, b) => (fileNumber(a) ?? 0) - (fileNumber(b) ?? 0));
  const files: ObjectState[] = [];
  for (const key of keys) {
    const state = await objects.head(key);
    if (state === undefined) return undefined;
    files.push(state);
  }
  return files;
};

/** The month's parts as they lie there, folded, closed or waiting. */
export const listParts = async (
  objects: ConditionalObjects,
  layout: TrainingLayout,
  month: TrainingMonth,
): Promise<readonly ListedObject[]> => {
  const parts: ListedObject[] = [];
  for await (const part of objects.list(monthFolder(layout.parts, month))) parts.push(part);
  return parts;
};
