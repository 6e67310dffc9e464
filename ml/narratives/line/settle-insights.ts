import type { InsightValue } from '../clinical-narrative.ts';
import { numberOfText } from '../number-of-text.ts';
import { type InsightKind, insightKind } from './insight-kind.ts';

/** One insight with the type that its name promises. */
export interface SettledInsight {
  readonly name: string;
  readonly kind: InsightKind;
  readonly value: InsightValue;
}

export type SettledInsights =
  | { readonly ok: true; readonly insights: readonly SettledInsight[] }
  | {
      readonly ok: false;
      readonly reason: 'insight-type' | 'insight-name' | 'insights-too-large';
      readonly detail: string;
    };

const mostInsights = 100;
const longestText = 2000;
const mostDepth = 8;
const name = /^[A-Za-z]\w{0,63}$/;

/**
 * Insights from outside, each with the one type of its name: a number that came as text becomes a number, nested
 * values become their JSON as text, and what fits its type in no way refuses the example.
 *
 * @example
 * settleInsights({ mean_glucose: '142.3', note: 3 }) // => { ok: true, insights: [{ name: 'mean_glucose', kind: 'decimal', value: 142.3 }, { name: 'note', kind: 'text', value: '3' }] }
 */
export const settleInsights = (insights: Readonly<Record<string, unknown>>): SettledInsights => {
  const entries = Object.entries(insights);
  if (entries.length > mostInsights) {
    return refuse('insights-too-large', `there are ${entries.length} insights, more than ${mostInsights}`);
  }
  const settled: SettledInsight[] = [];
  for (const [key, raw] of entries) {
    if (!name.test(key)) return refuse('insight-name', 'an insight is not named by letters, digits and _');
    const kind = insightKind(key);
    const value = kind === 'text' ? toText(raw) : toScalar(kind, raw);
    if (value === undefined) {
      return kind === 'text'
        ? refuse('insights-too-large', `an insight is longer than ${longestText} characters or too deep`)
        : refuse('insight-type', `an insight that is named as ${kind} holds no ${kind}`);
    }
    settled.push({ name: key, kind, value });
  }
  return { ok: true, insights: settled };
};

const refuse = (reason: 'insight-type' | 'insight-name' | 'insights-too-large', detail: string) =>
  ({ ok: false, reason, detail }) as const;

const toScalar = (kind: InsightKind, raw: unknown): InsightValue | undefined => {
  if (raw === null || raw === undefined) return null;
  if (kind === 'boolean') {
    if (typeof raw === 'boolean') return raw;
    return raw === 'true' ? true : raw === 'false' ? false : undefined;
  }
  const value = numberOfText(raw);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (kind === 'integer' && !Number.isSafeInteger(value)) return undefined;
  return value === 0 ? 0 : value;
};

const toText = (raw: unknown): string | null | undefined => {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'object' && isDeeper(raw, mostDepth)) return undefined;
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
  return text === undefined || text.length > longestText ? undefined : text;
};

const isDeeper = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((entry) => isDeeper(entry, depth - 1));
};
