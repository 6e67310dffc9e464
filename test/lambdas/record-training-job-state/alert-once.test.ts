import { describe, expect, it } from 'vitest';
import { rowOf, setUpRecording, useTables, versionsOf } from '../support/recording-set-up.ts';

useTables();

describe('a failed job', () => {
  it('is told of once, with its name and reason, and registers nothing', async () => {
    const { record, sent, counts } = setUpRecording();
    await record('broken', 'Failed');
    await record('broken', 'Failed');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toBe('Training job broken failed');
    expect(sent[0]?.message).toContain('AlgorithmError: no rows exit code: 1');
    expect(counts.get('TrainingJobsFailed')).toBe(1);
    expect(await rowOf('broken')).toMatchObject({
      status: 'Failed',
      failureReason: 'AlgorithmError: no rows exit code: 1',
    });
    expect(await versionsOf('broken')).toEqual([]);
  });

  it('is told of by the next delivery when the message could not be sent', async () => {
    const failing = setUpRecording({ alerts: { send: () => Promise.reject(new Error('throttled')) } });
    await expect(failing.record('muted', 'Failed')).rejects.toThrow();
    const next = setUpRecording();
    await next.record('muted', 'Failed');
    expect(next.sent).toHaveLength(1);
  });

  it('is told of once when two deliveries come at once; the other comes again', async () => {
    const { record, sent } = setUpRecording();
    const outcomes = await Promise.allSettled([record('twice', 'Failed'), record('twice', 'Failed')]);
    expect(sent).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'AlertBusyError' });
    }
    await record('twice', 'Failed');
    expect(sent).toHaveLength(1);
  });

  it('is told of after a crash between claim and message, once the claim has run out', async () => {
    const { deps, record, sent, clock } = setUpRecording();
    const now = clock.clock.now();
    await deps.rows.claimAlert('crashed', { now, until: now + 45_000 });
    await expect(record('crashed', 'Failed')).rejects.toMatchObject({ name: 'AlertBusyError' });
    clock.advance(45_000);
    await record('crashed', 'Failed');
    expect(sent).toHaveLength(1);
  });
});
