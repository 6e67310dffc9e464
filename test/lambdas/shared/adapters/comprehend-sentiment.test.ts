import { Buffer } from 'node:buffer';
import { type BatchDetectSentimentCommandOutput, ComprehendClient } from '@aws-sdk/client-comprehend';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeComprehendSentiment } from '../../../../lambdas/shared/adapters/comprehend-sentiment.ts';
import { lexiconAnalyser } from '../../../../lambdas/shared/adapters/lexicon-analyser.ts';
import { truncateUtf8 } from '../../../../lambdas/shared/adapters/truncate-utf8.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';

type Answer = Omit<BatchDetectSentimentCommandOutput, '$metadata'>;
const scores = { Positive: 0.1, Negative: 0.4, Neutral: 0.3, Mixed: 0.2 };

/** Comprehend answering from a function of the texts of each call. */
const setUp = (answer: (texts: readonly string[], call: number) => Answer) => {
  const client = new ComprehendClient({ region: 'us-east-1' });
  const calls: (readonly string[])[] = [];
  client.middlewareStack.add(
    () => async (args) => {
      const texts = 'TextList' in args.input ? (args.input.TextList ?? []) : [];
      calls.push(texts);
      return { output: { $metadata: {}, ...answer(texts, calls.length) }, response: {} };
    },
    { step: 'initialize', priority: 'high', name: 'stub' },
  );
  const { sleep, waitsMs } = fakeSleep();
  const { telemetry, counts } = recordingTelemetry();
  return {
    analyser: makeComprehendSentiment({ client, sleep, random: () => 1, telemetry }),
    calls,
    waitsMs,
    counts,
  };
};
const all = (texts: readonly string[]): Answer => ({
  ResultList: texts.map((_, Index) => ({ Index, SentimentScore: scores })),
  ErrorList: [],
});

describe('sentiment by Comprehend', () => {
  it('spreads mixed evenly over positive and negative', async () => {
    const [found] = await setUp(all).analyser.score(['a']);
    expect(found?.positive).toBeCloseTo(0.2, 12);
    expect(found?.negative).toBeCloseTo(0.5, 12);
    expect(found?.neutral).toBe(0.3);
    expect(found?.compound).toBeCloseTo(-0.3, 12);
  });

  it('sends at most 25 texts a call, of at most 5,000 bytes each', async () => {
    const { analyser, calls } = setUp(all);
    expect(await analyser.score([...Array<string>(51).fill('short'), '😀'.repeat(2_000)])).toHaveLength(52);
    expect(calls.map((texts) => texts.length)).toEqual([25, 25, 2]);
    expect(calls[2]?.[1]).toBe('😀'.repeat(1_250));
  });

  it('asks again for texts that failed, once, and then scores them', async () => {
    const { analyser, calls } = setUp((texts, call) =>
      call === 1
        ? { ...all(texts.slice(0, 2)), ErrorList: [{ Index: 2, ErrorCode: 'INTERNAL_SERVER_ERROR' }] }
        : all(texts),
    );
    expect(await analyser.score(['a', 'b', 'c'])).toHaveLength(3);
    expect(calls).toEqual([['a', 'b', 'c'], ['c']]);
  });

  it('fails rather than call a text neutral that was never scored', async () => {
    const { analyser } = setUp(() => ({ ResultList: [{ Index: 0 }], ErrorList: [] }));
    await expect(analyser.score(['a', 'b'])).rejects.toMatchObject({
      code: 'sentiment-failed',
      data: { failedTexts: 2, texts: 2 },
    });
  });

  it('waits and calls again when it is throttled, and counts that', async () => {
    const { analyser, waitsMs, counts } = setUp((texts, call) => {
      if (call < 3) throw Object.assign(new Error('slow'), { name: 'TooManyRequestsException' });
      return all(texts);
    });
    await analyser.score(['a']);
    expect(waitsMs).toEqual([100, 200]);
    expect(counts.get('RetriedCalls')).toBe(2);
  });
});

describe('text cut to bytes', () => {
  it('is the longest prefix of whole characters that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(80), (text, maxBytes) => {
        const cut = truncateUtf8(text, maxBytes);
        expect(text.startsWith(cut)).toBe(true);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(maxBytes);
        const next = [...text.slice(cut.length)][0];
        if (next !== undefined) expect(Buffer.byteLength(cut + next)).toBeGreaterThan(maxBytes);
      }),
    );
  });
});

it('the lexicon scores each text inside the function', async () => {
  const [good, bad] = await lexiconAnalyser.score(['I love this', 'I hate this']);
  expect(good?.compound).toBeGreaterThan(0.5);
  expect(bad?.compound).toBeLessThan(-0.5);
});
