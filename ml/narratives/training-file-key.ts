import type { HealthDomain } from './health-domain.ts';

export interface TrainingMonth {
  readonly domain: HealthDomain;
  /** Four digits. */
  readonly year: string;
  /** Two digits, 01 to 12. */
  readonly month: string;
}

/**
 * The month of the processing time stamp, UTC, under a domain.
 *
 * @param processedAtMs - milliseconds since 1970 UTC
 * @example
 * trainingMonth('sleep_wellness', 1_763_202_600_000) // => { domain: 'sleep_wellness', year: '2025', month: '11' }
 */
export const trainingMonth = (domain: HealthDomain, processedAtMs: number): TrainingMonth => {
  const text = new Date(processedAtMs).toISOString();
  return { domain, year: text.slice(0, 4), month: text.slice(5, 7) };
};

/**
 * The key of a month's training file: the seed's, and `_0002` onwards where it rolled.
 *
 * @param prefix - ends in `/`
 * @param roll - from 1
 * @example
 * trainingFileKey({ domain: 'sleep_wellness', year: '2025', month: '11' }, { prefix: 'training/', roll: 1 }) // => 'training/sleep_wellness/2025/11/health_journal_2025_11.jsonl'
 * trainingFileKey({ domain: 'sleep_wellness', year: '2025', month: '11' }, { prefix: 'training/', roll: 2 }) // => 'training/sleep_wellness/2025/11/health_journal_2025_11_0002.jsonl'
 */
export const trainingFileKey = (
  { domain, year, month }: TrainingMonth,
  { prefix, roll }: { readonly prefix: string; readonly roll: number },
): string => {
  const suffix = roll === 1 ? '' : `_${String(roll).padStart(4, '0')}`;
  return `${prefix}${domain}/${year}/${month}/health_journal_${year}_${month}${suffix}.jsonl`;
};
