import { contentHash } from '../content-hash.ts';
import { healthDomainOf } from '../health-domain.ts';
import type { NarrativeRequest } from '../narrative-request.ts';
import type { MaskCounts, PhiKind } from '../phi/phi-kind.ts';
import { screenText } from '../phi/screen-text.ts';
import { pseudonym } from '../pseudonym.ts';
import { sourceKeyWithoutUser } from '../source-key.ts';
import { chooseInstruction } from './choose-instruction.ts';
import { hasControlTokens } from './has-control-tokens.ts';
import type { LineOutcome, LineRefusal } from './line-outcome.ts';
import type { LineSettings } from './line-settings.ts';
import { maskOwnIds } from './mask-own-ids.ts';
import { type SettledInsight, settleInsights } from './settle-insights.ts';
import { Decimal, type JsonValue, writeJson } from './write-json.ts';

export interface LineContext {
  readonly settings: LineSettings;
  /** The key of the person's pseudonyms, at least 16 bytes. */
  readonly personKey: Uint8Array;
  /** Milliseconds since 1970 UTC. */
  readonly processedAtMs: number;
}

/**
 * The training line of a narrative: instruction, input, output and metadata as in the seed, keys in its order.
 *
 * Text from outside passes the screen; every column has one type on every line; ids are pseudonyms and the source key
 * loses its user. Whatever the content holds, the answer is one line of one JSON value, or why there is none.
 */
export const makeTrainingLine = (request: NarrativeRequest, context: LineContext): LineOutcome => {
  const { narrative, sourceMetadata, processingMetadata } = request;
  const { settings } = context;
  const hash = contentHash(narrative, sourceMetadata.key);
  const refuse = (reason: LineRefusal, detail: string, masked: MaskCounts = {}): LineOutcome => ({
    ok: false,
    reason,
    detail,
    contentHash: hash,
    masked,
  });

  const unfit = unfitNarrative(request, settings);
  if (unfit !== undefined) return refuse(unfit.reason, unfit.detail);
  const settled = settleInsights(processingMetadata.clinicalInsights);
  if (!settled.ok) return refuse(settled.reason, settled.detail);
  if (settled.insights.some(({ value }) => typeof value === 'string' && hasControlTokens(value))) {
    return refuse('control-tokens', 'an insight holds marks of a tokeniser');
  }
  const screened = screenAll(request, settled.insights);
  if (settings.identifyingText === 'quarantine' && Object.keys(screened.masked).length > 0) {
    return refuse('identifying-text', 'the text tells who somebody is', screened.masked);
  }

  const texts = chooseInstruction(sourceMetadata.recordType, {
    contentHash: hash,
    measurements: measurementsOf(settled.insights, processingMetadata.recordCount),
    settings,
  });
  const metadata = settings.includeMetadata
    ? { metadata: metadataOf(request, { ...context, insights: screened.insights }) }
    : {};
  const line = writeJson({ ...exampleOf(texts, screened.narrative, settings.format), ...metadata });
  return {
    ok: true,
    line: `${line}\n`,
    domain: healthDomainOf(sourceMetadata.recordType),
    contentHash: hash,
    masked: screened.masked,
  };
};

const unfitNarrative = ({ narrative, processingMetadata }: NarrativeRequest, settings: LineSettings) => {
  if (/^[\p{White_Space}\p{Cc}\p{Cf}]*$/u.test(narrative)) {
    return { reason: 'empty-narrative', detail: 'the narrative has no text' } as const;
  }
  if (processingMetadata.qualityScore < settings.minQualityScore) {
    return { reason: 'low-quality', detail: `the quality is under ${settings.minQualityScore}` } as const;
  }
  if (narrative.length > settings.maxNarrativeChars) {
    return {
      reason: 'narrative-too-long',
      detail: `the narrative has ${narrative.length} characters, more than ${settings.maxNarrativeChars}`,
    } as const;
  }
  return hasControlTokens(narrative)
    ? ({ reason: 'control-tokens', detail: 'the narrative holds marks of a tokeniser' } as const)
    : undefined;
};

const screenAll = ({ narrative, sourceMetadata }: NarrativeRequest, insights: readonly SettledInsight[]) => {
  const totals: Partial<Record<PhiKind, number>> = {};
  const ids = [sourceMetadata.userId, sourceMetadata.correlationId];
  const screen = (text: string) => {
    const own = maskOwnIds(text.toWellFormed(), ids);
    const screened = screenText(own.text);
    const counts = [['id', own.count], ...Object.entries(screened.counts)] as [PhiKind, number][];
    for (const [kind, count] of counts) if (count > 0) totals[kind] = (totals[kind] ?? 0) + count;
    return screened.text;
  };
  return {
    narrative: screen(narrative),
    insights: insights.map((insight) =>
      typeof insight.value === 'string' ? { ...insight, value: screen(insight.value) } : insight,
    ),
    masked: totals as MaskCounts,
  };
};

const measurementsOf = (insights: readonly SettledInsight[], recordCount: number): number => {
  const counted = ['total_readings', 'total_samples'].map(
    (name) => insights.find((insight) => insight.name === name)?.value,
  );
  return (
    (counted.find((count) => typeof count === 'number' && count > 0) as number | undefined) ?? recordCount
  );
};

const exampleOf = (
  { instruction, input }: { readonly instruction: string; readonly input: string },
  output: string,
  format: LineSettings['format'],
): Record<string, JsonValue> =>
  format === 'messages'
    ? {
        messages: [
          { role: 'user', content: `${instruction}\n\n${input}` },
          { role: 'assistant', content: output },
        ],
      }
    : { instruction, input, output };

const metadataOf = (
  { sourceMetadata: source, processingMetadata: processing }: NarrativeRequest,
  context: LineContext & { readonly insights: readonly SettledInsight[] },
): JsonValue => {
  const { settings, personKey } = context;
  const idOf = (purpose: 'user' | 'correlation', id: string) =>
    settings.pseudonyms && id !== '' ? pseudonym(personKey, purpose, id) : id;
  return {
    record_type: source.recordType,
    user_id: idOf('user', source.userId),
    correlation_id: idOf('correlation', source.correlationId),
    // To the second on every line: some readers take such a column for time stamps of one resolution.
    processing_timestamp: `${new Date(context.processedAtMs).toISOString().slice(0, 19)}Z`,
    source_bucket: source.bucket,
    source_key: sourceKeyWithoutUser(source.key, source.userId),
    quality_score: new Decimal(processing.qualityScore),
    record_count: processing.recordCount,
    processing_duration_seconds: new Decimal(processing.duration),
    ...(settings.includeClinicalInsights ? { clinical_insights: insightsOf(context.insights) } : {}),
    health_domain: healthDomainOf(source.recordType),
  };
};

const insightsOf = (insights: readonly SettledInsight[]): Record<string, JsonValue> =>
  Object.fromEntries(
    insights.map(({ name, kind, value }) => [
      name,
      kind === 'decimal' && typeof value === 'number' ? new Decimal(value) : value,
    ]),
  );
