/** A value that a training line can hold under `clinical_insights`. */
export type InsightValue = string | number | boolean | null;

/** A narrative over validated records of one type, with the figures it was composed from. */
export interface ClinicalNarrative {
  /** Plain prose, composed from numbers and fixed phrases only. */
  readonly narrative: string;
  /** snake_case, the same keys for every narrative of a record type; null where a figure cannot be known. */
  readonly clinicalInsights: Readonly<Record<string, InsightValue>>;
  /** Records that the narrative rests on. */
  readonly recordCount: number;
  /** 0–1: the share of records that were sound, lowered where they cover less than the figures need. */
  readonly qualityScore: number;
}
