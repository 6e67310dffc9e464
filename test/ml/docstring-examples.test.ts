import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { docstringExamples, evaluate, isClose, sourceFiles } from '../support/docstring-examples.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The container's entry points read and write files as soon as they are imported. */
const leftOut = path.join(root, 'ml/container') + path.sep;

const examples = ['ml', 'lambdas']
  .map((folder) => path.join(root, folder))
  .filter((folder) => existsSync(folder))
  .flatMap(sourceFiles)
  .filter((file) => !file.startsWith(leftOut))
  .flatMap(docstringExamples);

describe('examples in docstrings', () => {
  it.each(
    examples.map((example) => ({
      ...example,
      place: `${path.relative(root, example.file)}:${example.line}`,
    })),
  )('$place says the truth', async ({ file, place, expression, expected }) => {
    if (expected === undefined) throw new Error(`${place}: an example without a "// =>": ${expression}`);
    const scope: Record<string, unknown> = await import(pathToFileURL(file).href);
    const actual = await evaluate(expression, scope);
    const promised = await evaluate(expected, scope);
    expect(isClose(actual, promised), `${place}: ${expression} // => ${JSON.stringify(actual)}`).toBe(true);
  });

  it('are many', () => {
    expect(examples.length).toBeGreaterThan(20);
  });
});

describe('docstringExamples', () => {
  it('tells values apart, and numbers within 1e-12', () => {
    expect(isClose([1, { a: 0.1 + 0.2 }], [1, { a: 0.3 }])).toBe(true);
    expect(isClose(new Float64Array([1, 2]), [1, 2])).toBe(true);
    expect(isClose(new Map([['a', 1]]), new Map([['a', 1]]))).toBe(true);
    expect(isClose(1.000001, 1)).toBe(false);
    expect(isClose([1], { 0: 1 })).toBe(false);
    expect(isClose({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isClose(null, {})).toBe(false);
    expect(isClose('1', 1)).toBe(false);
    expect(isClose(new Set([1]), new Set([2]))).toBe(false);
  });
});
