import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StateError } from './state-error.ts';

/** How far a Map run has come, kept on disk: its items, and each child that has succeeded. */
export interface MapProgress {
  /** As they were read the first time; undefined before. */
  items(): readonly unknown[] | undefined;
  begin(items: readonly unknown[]): void;
  isDone(index: number): boolean;
  outputOf(index: number): unknown;
  start(index: number): void;
  succeed(index: number, output: unknown): void;
  fail(index: number, failure: StateError): void;
  failed(): number;
  /** In words; empty when none has failed. */
  firstFailure(): string;
  counts(): {
    readonly total: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly running: number;
    readonly pending: number;
  };
}

interface Line {
  readonly index: number;
  readonly output: unknown;
}

/** The last line of a file that was being written when its process died may be half a line. */
const parseLines = (text: string): Line[] =>
  text.split('\n').flatMap((line) => {
    try {
      const parsed: Line = JSON.parse(line);
      return [parsed];
    } catch {
      return [];
    }
  });

/**
 * @param folder - of the execution
 * @param label - of the Map state
 */
export const openMapProgress = (folder: string, label: string): MapProgress => {
  const itemsFile = path.join(folder, `${label}.items.json`);
  const doneFile = path.join(folder, `${label}.done.jsonl`);
  mkdirSync(folder, { recursive: true });
  let items: readonly unknown[] | undefined = existsSync(itemsFile)
    ? JSON.parse(readFileSync(itemsFile, 'utf8'))
    : undefined;
  const lines = existsSync(doneFile) ? parseLines(readFileSync(doneFile, 'utf8')) : [];
  const done = new Map(lines.map(({ index, output }) => [index, output]));
  if (lines.length > 0) writeFileSync(doneFile, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const failures = new Map<number, StateError>();
  const running = new Set<number>();
  return {
    items: () => items,
    begin: (read) => {
      if (items === undefined) writeFileSync(itemsFile, JSON.stringify(read));
      items = read;
    },
    isDone: (index) => done.has(index),
    outputOf: (index) => done.get(index),
    start: (index) => void running.add(index),
    succeed: (index, output) => {
      running.delete(index);
      done.set(index, output);
      appendFileSync(doneFile, `${JSON.stringify({ index, output })}\n`);
    },
    fail: (index, failure) => {
      running.delete(index);
      failures.set(index, failure);
    },
    failed: () => failures.size,
    firstFailure: () => [...failures.values()][0]?.message ?? '',
    counts: () => {
      const total = items?.length ?? 0;
      const [succeeded, failed] = [done.size, failures.size];
      return {
        total,
        succeeded,
        failed,
        running: running.size,
        pending: total - succeeded - failed - running.size,
      };
    },
  };
};
