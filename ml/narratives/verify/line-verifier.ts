import { createHash } from 'node:crypto';
import type { HealthDomain } from '../health-domain.ts';
import { screenText } from '../phi/screen-text.ts';
import { type ColumnType, columnTypes } from './column-types.ts';
import { answerOf, TrainingLine } from './training-line.ts';

/** What can be wrong with a line. */
export const lineProblems = [
  'not-json',
  'wrong-shape',
  /** A column of another type than on the lines before. */
  'other-type',
  /** The same answer from the same source was there before. */
  'repeated',
  /** It lies under another domain or month than its metadata says. */
  'misplaced',
  /** Text that tells who somebody is, or an id that is no pseudonym. */
  'identifying',
] as const;
export type LineProblem = (typeof lineProblems)[number];

/** Where a line lies; both absent for one that was taken out of its folder. */
export interface LinePlace {
  readonly domain?: HealthDomain;
  /** Such as `2025-11`. */
  readonly month?: string;
}

export interface VerifiedLines {
  readonly lines: number;
  /** Distinct `user_id`s. */
  readonly people: number;
  /** How many lines have a problem, and the first of them, counted from 1. */
  readonly problems: Readonly<
    Partial<Record<LineProblem, { readonly count: number; readonly firstLine: number }>>
  >;
}

export interface LineVerifier {
  add(line: string, place?: LinePlace): void;
  result(): VerifiedLines;
}

/**
 * Looks at training lines one after another: each for itself, and against those before it. Memory grows by some 100
 * bytes a line, to find repeats.
 *
 * @example
 * makeLineVerifier().result().problems // => {}
 */
export const makeLineVerifier = (): LineVerifier => {
  const types = new Map<string, ColumnType>();
  const seen = new Set<string>();
  const people = new Set<string>();
  const problems: Partial<Record<LineProblem, { count: number; firstLine: number }>> = {};
  let lines = 0;

  return {
    add: (line, place = {}) => {
      lines += 1;
      const read = readLine(line);
      const found: LineProblem[] = typeof read === 'string' ? [read] : problemsOf(read, place);
      if (typeof read !== 'string') {
        const person = read.line.metadata?.user_id;
        if (person !== undefined) people.add(person);
        if (!agree(types, read.types)) found.push('other-type');
        const digest = digestOf(read.line);
        if (seen.has(digest)) found.push('repeated');
        seen.add(digest);
      }
      for (const problem of found) {
        const { count, firstLine } = problems[problem] ?? { count: 0, firstLine: lines };
        problems[problem] = { count: count + 1, firstLine };
      }
    },
    result: () => ({ lines, people: people.size, problems }),
  };
};

interface ReadLine {
  readonly line: TrainingLine;
  readonly types: ReadonlyMap<string, ColumnType>;
}

const readLine = (text: string): ReadLine | 'not-json' | 'wrong-shape' => {
  let types: ReadLine['types'];
  let value: unknown;
  try {
    types = columnTypes(text);
    value = JSON.parse(text);
  } catch {
    return 'not-json';
  }
  const line = TrainingLine.safeParse(value);
  return line.success ? { line: line.data, types } : 'wrong-shape';
};

const pseudonymForm = /^[0-9a-f]{32}$/;

const problemsOf = ({ line }: ReadLine, { domain, month }: LinePlace): LineProblem[] => {
  const { metadata } = line;
  const found: LineProblem[] = [];
  const isMisplaced =
    metadata !== undefined &&
    ((domain !== undefined && metadata.health_domain !== domain) ||
      (month !== undefined && !metadata.processing_timestamp.startsWith(month)));
  if (isMisplaced) found.push('misplaced');
  const { user_id: user = '', correlation_id: correlation = '' } = metadata ?? {};
  const ids = metadata === undefined ? [] : [user, ...(correlation === '' ? [] : [correlation])];
  const texts = [
    answerOf(line),
    ...Object.values(metadata?.clinical_insights ?? {}).filter((value) => typeof value === 'string'),
  ];
  const isIdentifying =
    ids.some((id) => !pseudonymForm.test(id)) ||
    texts.some((text) => Object.keys(screenText(text).counts).length > 0);
  if (isIdentifying) found.push('identifying');
  return found;
};

/** Keeps each column's first type. */
const agree = (known: Map<string, ColumnType>, types: ReadLine['types']): boolean => {
  let isAgreed = true;
  for (const [path, type] of types) {
    const before = known.get(path);
    if (before === undefined) known.set(path, type);
    else if (before !== type) isAgreed = false;
  }
  return isAgreed;
};

/** 96 bits: two of a thousand million lines would be taken for the same with a chance of 1e-11. */
const digestOf = (line: TrainingLine): string =>
  createHash('sha256')
    .update(JSON.stringify([answerOf(line), line.metadata?.source_key, line.metadata?.user_id]))
    .digest()
    .toString('base64', 0, 12);
