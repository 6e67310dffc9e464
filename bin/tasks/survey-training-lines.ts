import { createHash } from 'node:crypto';
import {
  type NearDuplicateIndex,
  nearDuplicateIndex,
} from '../../ml/narratives/duplicates/near-duplicate-index.ts';
import { answerOf, TrainingLine } from '../../ml/narratives/verify/training-line.ts';
import type { TrainingLines } from '../cli/training-lines.ts';

/** A line that is left out, by the SHA-256 of its text, and the one before it that says nearly the same. */
export interface LeftOutLine {
  readonly line: string;
  readonly matchedLine: string;
  /** Jaccard index of their word runs, 0–1. */
  readonly jaccard: number;
}

export interface SurveyedLines {
  /** Pseudonyms of those who have a line that stays. */
  readonly people: ReadonlySet<string>;
  /** By their place, from 0. */
  readonly leftOut: ReadonlyMap<number, LeftOutLine>;
}

/**
 * Whose a line is.
 *
 * @throws {Error} when it does not say
 */
export const personOf = (line: string): string => whoseIs(TrainingLine.safeParse(JSON.parse(line)).data);

const whoseIs = (line: TrainingLine | undefined): string => {
  if (line?.metadata !== undefined) return line.metadata.user_id;
  throw new Error(
    'A line does not say whose it is, so that nobody could be kept on one side: it was written with ' +
      'includeMetadata: false, or is none of ours (wellcast narratives verify tells).',
  );
};

/**
 * Who is in the lines and, if wanted, which of them say nearly the same as one before them of their domain and month.
 * Memory holds the people; with near-duplicates also the word runs of one month of a domain.
 */
export const surveyTrainingLines = async (
  lines: TrainingLines,
  { nearDuplicates }: { readonly nearDuplicates: boolean },
): Promise<SurveyedLines> => {
  const people = new Set<string>();
  const leftOut = new Map<number, LeftOutLine>();
  let index: NearDuplicateIndex = nearDuplicateIndex();
  let place = '';
  let at = 0;
  for await (const { line, domain, month } of lines.read()) {
    const parsed = TrainingLine.safeParse(JSON.parse(line)).data;
    const person = whoseIs(parsed);
    if (place !== `${domain} ${month}`) {
      place = `${domain} ${month}`;
      index = nearDuplicateIndex();
    }
    const digest = createHash('sha256').update(line).digest('hex');
    const match = nearDuplicates && parsed !== undefined ? index.add(digest, answerOf(parsed)) : undefined;
    if (match === undefined) people.add(person);
    else leftOut.set(at, { line: digest, matchedLine: match.matchedContentHash, jaccard: match.jaccard });
    at += 1;
  }
  return { people, leftOut };
};
