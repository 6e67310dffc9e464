import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = path.resolve(import.meta.dirname, '../../..');
const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
const Lock = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});
const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

/** Every file that the entry point imports, at once or when it is asked to, and every package that those import. */
const reachable = (entry: string) => {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    // Types are gone when Node runs a file.
    const source = readFileSync(file, 'utf8').replaceAll(/^import type [^;]*;/gm, '');
    const imports = [
      ...source.matchAll(/^(?:import|\} from) (?:[^;']* )?'([^']+)';/gm),
      ...source.matchAll(/\bimport\('([^']+)'\)/g),
    ];
    for (const [, from = ''] of imports) {
      if (from.startsWith('.')) visit(path.resolve(path.dirname(file), from));
      else if (!from.startsWith('node:')) packages.add(from.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? from);
    }
  };
  visit(path.join(root, entry));
  return { files, packages };
};

const { dependencies } = Manifest.parse(readJson('ml/container/package.json'));
const ownLock = Lock.parse(readJson('ml/container/package-lock.json')).packages;
const rootLock = Lock.parse(readJson('package-lock.json')).packages;

describe('the training image', () => {
  it('installs exactly the versions that the repository is tested with', () => {
    for (const [name, version] of Object.entries(dependencies)) {
      expect([name, rootLock[`node_modules/${name}`]?.version]).toEqual([name, version]);
      expect([name, ownLock[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  it('installs every package that training and serving import, and no other', () => {
    const { files, packages } = reachable('ml/container/start.ts');
    expect(files.size).toBeGreaterThan(30);
    expect([...packages].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('needs no file outside ml/, which is all that it is built from', () => {
    const { files } = reachable('ml/container/start.ts');
    for (const file of files) expect(path.relative(root, file)).toMatch(/^ml\//);
    const dockerfile = readFileSync(path.join(root, 'ml/container/Dockerfile'), 'utf8');
    const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, sources = '']) =>
      sources.split(' '),
    );
    for (const source of copied)
      expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
    expect(copied.every((source) => /^ml(\/|$)/.test(source))).toBe(true);
  });

  it('holds the WebAssembly that tfjs computes with', () => {
    const backend = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
    expect(existsSync(path.join(path.dirname(backend), 'tfjs-backend-wasm-simd.wasm'))).toBe(true);
  });
});
