import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A name for the content of folders and files: the same content, the same name.
 *
 * @param sources - absolute paths of files or folders
 */
export const hashSources = async (sources: readonly string[]): Promise<string> => {
  const hash = createHash('sha256');
  for (const source of sources) {
    const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => undefined);
    const files =
      entries === undefined
        ? [source]
        : entries
            .filter((entry) => entry.isFile())
            .map(({ parentPath, name }) => path.join(parentPath, name));
    for (const file of files.toSorted()) {
      const content = await readFile(file);
      hash.update(`${path.relative(source, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex').slice(0, 16);
};
