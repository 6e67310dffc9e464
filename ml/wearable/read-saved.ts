import type * as z from 'zod/mini';
import { UnsupportedVersionError } from '../preprocessing/unsupported-version-error.ts';

/** A file that belongs to a model: what it is called, which version is known, and its shape. */
export interface SavedFile<T> {
  readonly file: string;
  readonly version: number;
  readonly schema: z.ZodMiniType<T>;
}

/**
 * Reads a file of a wearable model: its version first, so that a file of another release is refused by name and
 * not by whichever field happens to differ.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it was saved by another version
 * @throws {ZodError} when it is of this version and broken
 */
export const readSaved = <T>(saved: unknown, { file, version, schema }: SavedFile<T>): T => {
  const found: unknown =
    typeof saved === 'object' && saved !== null ? Reflect.get(saved, 'formatVersion') : undefined;
  if (found !== version) {
    throw new UnsupportedVersionError(
      `${file} of format version ${JSON.stringify(found)} cannot be read; this reader knows version ${version}. ` +
        'Train the model again, or use the release that saved it.',
      { file, expected: version, found },
    );
  }
  // Read once a process: compiling the schema first, as zod does, would take longer than reading by it.
  return schema.parse(saved, { jitless: true });
};
