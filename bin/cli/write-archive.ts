import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { create } from 'tar';
import { writeAtomically } from '../../ml/container/write-atomically.ts';

/**
 * Files as the bytes of a .tar.gz, each at its place from the root; the same files make the same bytes.
 *
 * @param files - contents by their place in the archive
 */
export const archiveOf = async (files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellcast-package-'));
  try {
    for (const [name, content] of files) await writeAtomically(path.join(folder, 'files', name), content);
    const file = path.join(folder, 'model.tar.gz');
    const cwd = path.join(folder, 'files');
    await create({ gzip: true, portable: true, mtime: new Date(0), cwd, file }, [...files.keys()].sort());
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
