import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One `expression // => value` of a docstring. */
export interface DocstringExample {
  /** Path of the source file, absolute. */
  readonly file: string;
  /** Line of the `// =>`, counted from 1. */
  readonly line: number;
  readonly expression: string;
  /** Absent where the expression promises nothing, which is a mistake. */
  readonly expected?: string;
}

/** Every TypeScript source under a folder, declarations left out, in order of path. */
export const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/** A block comment that is followed by an export. */
const exportedDocstring = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/(?=\s*export\b)/g;

const examplesOf = (docstring: string, file: string, firstLine: number): readonly DocstringExample[] => {
  const examples: DocstringExample[] = [];
  let inExample = false;
  let pending = '';
  docstring.split('\n').forEach((rawLine, i) => {
    const line = rawLine.replace(/\s*\*\/\s*$/, '').replace(/^\s*\/?\*+ ?/, '');
    if (line.startsWith('@')) inExample = /^@example\b/.test(line);
    const code = line.replace(/^@example\b/, '').trim();
    if (!inExample || code === '' || code.startsWith('```')) return;
    const [expression, expected] = code.split(/\s*\/\/ => ?/);
    pending = `${pending}\n${expression}`.trim();
    if (expected === undefined) return;
    examples.push({ file, line: firstLine + i, expression: pending, expected });
    pending = '';
  });
  if (pending !== '') {
    examples.push({ file, line: firstLine + docstring.split('\n').length - 1, expression: pending });
  }
  return examples;
};

/**
 * The examples in the docstrings of a file's exports. An expression may run over lines; its last one ends in
 * `// => value`.
 */
export const docstringExamples = (file: string): readonly DocstringExample[] => {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(exportedDocstring)].flatMap((match) => {
    const firstLine = source.slice(0, match.index).split('\n').length;
    return examplesOf(match[0], file, firstLine);
  });
};

/** The value of an expression, with a module's exports in scope. */
export const evaluate = (code: string, scope: Readonly<Record<string, unknown>>): unknown => {
  const names = Object.keys(scope).filter((name) => name !== 'default');
  const body = `'use strict'; return (${code.replace(/;\s*$/, '')}\n);`;
  return new Function(...names, body)(...names.map((name) => scope[name]));
};

const tolerance = 1e-12;

const plain = (value: unknown): unknown => {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float64Array);
  if (value instanceof Map) return { Map: [...value].map(plain) };
  if (value instanceof Set) return { Set: [...value].map(plain) };
  return value;
};

/** Deep equality; numbers may differ by 1e-12 of their size, typed arrays compare as arrays. */
export const isClose = (actual: unknown, expected: unknown): boolean => {
  if (typeof actual === 'number' && typeof expected === 'number') {
    if (Object.is(actual, expected) || actual === expected) return true;
    return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  }
  const [one, other] = [plain(actual), plain(expected)];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other);
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [oneEntries, otherEntries] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return (
    oneEntries.size === otherEntries.size &&
    [...otherEntries].every(([key, value]) => oneEntries.has(key) && isClose(oneEntries.get(key), value))
  );
};
