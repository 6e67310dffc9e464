import { readFile, rename, writeFile } from 'node:fs/promises';
import * as z from 'zod';

/** How far a mapping has read one shard. */
export interface Checkpoint {
  /** Of the next record. */
  readonly position: number;
  save(position: number): Promise<void>;
}

/** @param file - created with the first save; a kill leaves the old one or the new one */
export const openCheckpoint = async (file: string): Promise<Checkpoint> => {
  const text = await readFile(file, 'utf8').catch(() => '0');
  return {
    position: z.coerce.number().int().min(0).parse(text),
    save: async (position) => {
      await writeFile(`${file}.draft`, String(position));
      await rename(`${file}.draft`, file);
    },
  };
};
