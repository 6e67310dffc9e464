import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputFile, outputFolder } from '../../bin/cli/output-folder.ts';
import { UsageError } from '../../bin/cli/usage-error.ts';
import { writeAtomically } from '../../ml/container/write-atomically.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'wellcast-output-'));
  await writeFile(path.join(root, 'a-file'), '');
  await mkdir(path.join(root, 'a-folder.h5'));
});
afterAll(() => rm(root, { recursive: true }));
const at = (...names: string[]) => path.join(root, ...names);

describe('where results go', () => {
  it('is made, with all above it, and left empty', async () => {
    await outputFolder(at('models', 'saved'));
    await outputFile(at('elsewhere', 'model.h5'));
    expect(await readdir(at('models', 'saved'))).toEqual([]);
    expect(await readdir(at('elsewhere'))).toEqual([]);
  });

  it('is refused before the work where it cannot be written', async () => {
    for (const refused of [
      () => outputFolder(at('a-file')),
      () => outputFolder(at('a-file', 'within')),
      () => outputFile(at('a-folder.h5')),
    ]) {
      await expect(refused()).rejects.toThrow(UsageError);
    }
    await expect(outputFolder(at('a-file'))).rejects.toThrow('name another with --output');
  });
});

describe('a file that cannot be finished', () => {
  it('leaves nothing half-written beside its place', async () => {
    await expect(writeAtomically(at('a-folder.h5'), 'weights')).rejects.toThrow();
    expect(await readdir(root)).not.toContain('a-folder.h5.part');
  });
});
