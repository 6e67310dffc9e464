import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLineFile } from '../../bin/cli/line-file.ts';
import { outputFile, outputFolder } from '../../bin/cli/output-folder.ts';
import { UsageError } from '../../bin/cli/usage-error.ts';
import { generateWearableFiles } from '../../bin/tasks/generate-wearable.ts';
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
    await expect(outputFolder('')).rejects.toThrow('needs the name of a folder');
  });
});

describe('a file of lines', () => {
  it('is whole once it is closed, and was not there before', async () => {
    const file = await openLineFile(at('lines.csv'));
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    for (const line of lines) await file.write(line);
    expect(await readdir(root)).not.toContain('lines.csv');
    await file.close();
    await file.abandon();
    expect(await readFile(at('lines.csv'), 'utf8')).toBe(`${lines.join('\n')}\n`);
  });

  it('leaves nothing behind when it is given up, and what was there before as it was', async () => {
    await writeFile(at('kept.csv'), 'before');
    const file = await openLineFile(at('kept.csv'));
    await file.write('after');
    await file.abandon();
    expect(await readFile(at('kept.csv'), 'utf8')).toBe('before');
    expect(await readdir(root)).not.toContain('kept.csv.part');
  });

  it('of made-up people is refused before any is made, where it cannot be written', async () => {
    const generate = generateWearableFiles({ samples: 500, seed: 1, output: at('a-file'), json: true });
    await expect(generate).rejects.toThrow('cannot be written');
  });
});

describe('a file that cannot be finished', () => {
  it('leaves nothing half-written beside its place', async () => {
    await expect(writeAtomically(at('a-folder.h5'), 'weights')).rejects.toThrow();
    expect(await readdir(root)).not.toContain('a-folder.h5.part');
  });
});
