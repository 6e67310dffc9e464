import { createHash } from 'node:crypto';
import { trainingFileKey } from '../../../ml/narratives/training-file-key.ts';
import type { TrainingMonth } from './training-month.ts';

/** Where training lines lie. Whoever loads `files` alone sees each folded line once. */
export interface TrainingLayout {
  /** One file a month, or more where it grows too large. */
  readonly files: string;
  /** Immutable parts that wait to be folded into a file. Empty ones were closed before anything was written. */
  readonly parts: string;
  /** Which parts a file has taken in. */
  readonly folds: string;
}

export const trainingContentType = 'application/jsonl';

/**
 * How long a part that was folded or closed is remembered as such: far longer than any call that might still write
 * it can be under way.
 */
export const latecomerMs = 24 * 60 * 60 * 1000;

/** @param prefix - of the files, ending in `/`, such as `training/` */
export const trainingLayout = (prefix: string): TrainingLayout => {
  const stem = prefix.replace(/\/+$/, '');
  return { files: prefix, parts: `${stem}-parts/`, folds: `${stem}-folds/` };
};

/** @param prefix - one of the layout's */
export const monthFolder = (prefix: string, { domain, month }: TrainingMonth): string =>
  `${prefix}${domain}/${month.replace('-', '/')}/`;

/**
 * The seed's name, `health_journal_2025_11.jsonl`; further files of a month are numbered from `_0002`.
 *
 * @param number - from 1
 */
export const fileKey = (layout: TrainingLayout, { domain, month }: TrainingMonth, number: number): string =>
  trainingFileKey(
    { domain, year: month.slice(0, 4), month: month.slice(5) },
    { prefix: layout.files, roll: number },
  );

/** Which file of its month a key is; undefined for anything else that lies there. */
export const fileNumber = (key: string): number | undefined => {
  const match = /\/health_journal_\d{4}_\d{2}(?:_(\d{4,}))?\.jsonl$/.exec(key);
  return match === null ? undefined : Number(match[1] ?? 1);
};

/**
 * The key of a part that nobody else will ever write: named before its content is known, so that a claim can point
 * to it first.
 *
 * @param attempt - different for every attempt to write lines
 */
export const partKey = (layout: TrainingLayout, month: TrainingMonth, attempt: string): string =>
  `${monthFolder(layout.parts, month)}${sha256(`part::${attempt}`)}.jsonl`;

/** @param attempt - different for every attempt to fold parts */
export const foldKey = (layout: TrainingLayout, month: TrainingMonth, attempt: string): string =>
  `${monthFolder(layout.folds, month)}${sha256(`fold::${attempt}`)}.json`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
