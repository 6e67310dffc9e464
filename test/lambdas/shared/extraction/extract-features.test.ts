import { describe, expect, it } from 'vitest';
import { parseFeatureRequest } from '../../../../lambdas/shared/extraction/feature-request.ts';
import { makeExtractFeatures } from '../../../../lambdas/shared/extraction/make-extract-features.ts';
import type { JournalReading } from '../../../../lambdas/shared/ports/journal-reader.ts';
import { UserNotFoundError } from '../../../../lambdas/shared/user-errors.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { calm, journalOf } from '../../support/journals.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';

const setUp = (journals: Record<string, JournalReading | Error>) => {
  const reads: string[] = [];
  const { telemetry, lines, counts } = recordingTelemetry();
  const extract = makeExtractFeatures({
    journals: {
      read: async (userId) => {
        reads.push(userId);
        const found = journals[userId] ?? new UserNotFoundError();
        if (found instanceof Error) throw found;
        return found;
      },
    },
    clock: fakeClock('2025-06-20T12:00:00Z').clock,
    telemetry,
    part: 'moods',
    extract: (_, { asOf, days }) => ({ asOf, days }),
  });
  return { run: (request: unknown) => extract(parseFeatureRequest(request)), reads, lines, counts };
};

describe('features of one user', () => {
  it('are answered flat, by default at the end of the date nine days before today', async () => {
    const { run } = setUp({ ada: journalOf(calm) });
    expect(await run({ userId: 'ada' })).toEqual({ asOf: Date.parse('2025-06-11T23:59:59.999Z'), days: 30 });
  });

  it('are of the instant that was asked for', async () => {
    const { run } = setUp({ ada: journalOf(calm) });
    const request = { userId: 'ada', days: 7, asOf: '2025-01-01T00:00:00+05:45' };
    expect(await run(request)).toEqual({ asOf: Date.UTC(2024, 11, 31, 18, 15), days: 7 });
  });

  it('are refused for someone unknown, and for someone who opted out', async () => {
    const { run } = setUp({ out: journalOf({ ...calm, optedOut: true }) });
    await expect(run({ userId: 'nobody' })).rejects.toMatchObject({ code: 'user-not-found' });
    await expect(run({ userId: 'out' })).rejects.toMatchObject({ code: 'opted-out' });
  });
});

describe('features of a batch', () => {
  it('come in the order of the requests, one result or one error each, without user ids', async () => {
    const { run, counts } = setUp({
      ada: journalOf({ ...calm, skippedItems: 2 }),
      out: journalOf({ ...calm, optedOut: true }),
      broken: new Error('canary'),
    });
    const asOf = '2025-06-01T00:00:00Z';
    const answer = await run({
      requests: [{ userId: 'ada', asOf }, { userId: 'out' }, { userId: 'nobody' }, { userId: 'broken' }],
      days: 10,
    });
    expect(answer).toMatchObject({
      results: [
        { ok: true, features: { days: 10 }, asOf: '2025-06-01T00:00:00.000Z', skippedItems: 2 },
        { ok: false, error: { code: 'opted-out' } },
        { ok: false, error: { code: 'user-not-found' } },
        { ok: false, error: { code: 'internal' } },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/ada|nobody|broken|canary/);
    expect(counts.get('SkippedItems')).toBe(2);
  });

  it('read each person once, however many cut-offs are asked for', async () => {
    const { run, reads } = setUp({ ada: journalOf(calm), bob: journalOf(calm) });
    await run({
      requests: ['ada', 'bob', 'ada'].map((userId, day) => ({
        userId,
        asOf: `2025-06-0${day + 1}T00:00:00Z`,
      })),
    });
    expect(reads.sort()).toEqual(['ada', 'bob']);
  });
});

describe('a request for features', () => {
  it.each([
    [{}, 'userId must be'],
    [{ userId: '' }, 'userId must be'],
    [{ userId: 7 }, 'userId must be'],
    [{ userId: 'ada', days: 6 }, 'days must be an integer from 7 to 365; number 6'],
    [{ userId: 'ada', asOf: '2025-06-01T00:00:00' }, 'asOf must be an ISO 8601 instant with an offset'],
    [{ userId: 'ada', asOf: '2025-02-30T00:00:00Z' }, 'asOf must be'],
    [{ userId: 'ada', from: 1 }, 'from must be left out (the fields are userId, days, asOf)'],
    [{ requests: [] }, 'requests must be a list of 1 to 100'],
    [{ requests: Array(101).fill({ userId: 'ada' }) }, 'requests must be a list of 1 to 100'],
    [{ requests: [{ userId: 'ada' }, {}] }, 'requests[1].userId must be'],
    [{ requests: [{ userId: 'ada', days: 7 }] }, 'requests[0].days must be left out'],
    [{ requests: [{ userId: 'ada' }], userId: 'ada' }, 'userId must be left out'],
    [null, 'The request must be an object'],
  ])('%j is refused', (request, message) => {
    expect(() => parseFeatureRequest(request)).toThrow(message);
  });
});
