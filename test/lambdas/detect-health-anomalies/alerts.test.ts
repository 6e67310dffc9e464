import { describe, expect, it } from 'vitest';
import { setUpSync, startMs, wearMetric, wearMetrics } from '../support/sync-set-up.ts';

const minute = 60;
const day = 86_400;
/** A rate that rules call an anomaly at rest. */
const racing = (seconds: number) => wearMetric(seconds, { metrics: { heartRate: 150, steps: 0 } });

describe('alerts', () => {
  it('come once an episode, which half an hour of quiet ends', async () => {
    const { sync, sent, bookOf } = setUpSync();
    await sync([racing(0), racing(10 * minute)]);
    await sync([racing(20 * minute)]);
    await sync([racing(49 * minute)]);
    expect(sent).toHaveLength(1);
    await sync([racing(79 * minute)].map((metric) => ({ ...metric, timestamp: startMs - day * 1000 })));
    expect(sent).toHaveLength(2);
    await sync([racing(-day + 30 * minute)]);
    expect(sent).toHaveLength(3);
    expect(bookOf('ada').episodes.map(({ alert }) => alert)).toEqual(['sent', 'sent', 'sent']);
  });

  it('come once when the batch comes five times at once', async () => {
    const { sync, sent, bookOf } = setUpSync();
    const batch = [...wearMetrics(60), ...wearMetrics(40, 300, 110)];
    await Promise.all(Array.from({ length: 5 }, () => sync(batch)));
    await sync(batch);
    expect(sent).toHaveLength(1);
    expect(bookOf('ada').episodes).toHaveLength(1);
  });

  it('name nobody and no value; whose one is stands in the table', async () => {
    const { sync, sent, named, lines } = setUpSync();
    await sync([racing(0)]);
    const { alertId } = JSON.parse(sent[0]?.message ?? '');
    expect(named.get(alertId)).toBe('ada');
    const told = JSON.stringify([sent, lines]);
    expect(told).not.toContain('ada');
    expect(told).not.toContain('galaxy-watch');
    expect(told).not.toContain('150');
  });

  it('come on at most four days of any thirty, over a year of anomalies every day', async () => {
    const { sync, clock, bookOf, counts } = setUpSync();
    for (let date = 0; date < 365; date++) {
      await sync([racing(date * day), racing(date * day + 3600)]);
      clock.advance(day * 1000);
    }
    const days = bookOf('ada').alertDays;
    expect(days.length).toBeGreaterThanOrEqual(48);
    for (const [index, first] of days.entries()) {
      const fifth = days[index + 4];
      if (fifth !== undefined) expect(fifth - first).toBeGreaterThanOrEqual(30);
    }
    // Two episodes on each of 4 days in 30: 12 full months of 30 days, and 4 of the 5 days left.
    expect(counts.get('AnomalyAlertsSent')).toBe((12 * 4 + 4) * 2);
    expect(counts.get('AnomalyAlertsOverBudget')).toBe((365 - 52) * 2);
  });

  it('that could not be sent fail no sync, and are sent by the next one', async () => {
    let isDown = true;
    const sent: string[] = [];
    const { sync, counts, clock } = setUpSync({
      alerts: {
        send: async ({ subject }) => {
          if (isDown) throw new Error('the topic is away');
          sent.push(subject);
        },
      },
    });
    expect(await sync([racing(0)])).toMatchObject({ success: true, anomalyDetected: true });
    expect(counts.get('AnomalyAlertFailures')).toBe(1);
    isDown = false;
    await sync([wearMetric(5)]);
    expect(sent).toEqual([]);
    clock.advance(61_000);
    await sync([wearMetric(10)]);
    expect(sent).toEqual(['Unusual wearable data']);
    await sync([wearMetric(15)]);
    expect(sent).toHaveLength(1);
  });

  it('of another person are their own', async () => {
    const { sync, sent, bookOf } = setUpSync();
    await sync([racing(0)]);
    await sync([{ ...racing(0), userId: 'bob' }], 'bob');
    expect(sent).toHaveLength(2);
    expect(bookOf('bob').episodes).toHaveLength(1);
  });
});
