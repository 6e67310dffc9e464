import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { issueToken } from '../../local/http-front/token.ts';
import { type GeneratedSample, generateWearable } from '../../ml/synthetic/wearable/generate-wearable.ts';
import { normalLabel } from '../../ml/wearable/windows.ts';
import type { DemoContext } from './demo-context.ts';

const msPerDay = 86_400_000;
/** As many as the Wear app sends at once. */
const metricsPerCall = 100;
const deviceId = 'demo-watch';
const samples = 3_750;

const SyncReply = z.looseObject({
  success: z.literal(true),
  anomalyScore: z.number(),
  anomalyReasons: z.array(z.string()),
  accepted: z.number(),
  duplicates: z.number(),
});

const StatusReply = z.looseObject({
  episodes: z.array(
    z.looseObject({
      alertId: z.string(),
      start: z.number(),
      end: z.number(),
      peakScore: z.number(),
      alert: z.string(),
    }),
  ),
});
export type Episode = z.infer<typeof StatusReply>['episodes'][number];

/** One simulated day of the watch. */
export interface WatchDay {
  /** Of the first sample, milliseconds since 1970 UTC. */
  readonly startMs: number;
  readonly samples: number;
  /** What was wrong that day, as only the generator knows; undefined: nothing. */
  readonly truth: string | undefined;
  /** Lowest and highest, beats/min. */
  readonly heartRateBpm: readonly [number, number];
  /** The highest score of each call. */
  readonly scores: readonly number[];
  /** What was said of the call with the highest score. */
  readonly reasons: readonly string[];
}

export interface WatchReplay {
  readonly userId: string;
  readonly days: readonly WatchDay[];
  readonly accepted: number;
  readonly duplicates: number;
  /** Of each call, milliseconds. */
  readonly callMs: readonly number[];
  /** Newest first. */
  readonly episodes: readonly Episode[];
}

/** A person whom the model has not seen: some ordinary days, then some on which something is wrong. */
const drawWatch = (seed: number, lastDay: number): GeneratedSample[] => {
  const drawn = [...generateWearable({ samples, seed: seed + 1, people: 1 })];
  const last = drawn.at(-1)?.timestampMs ?? 0;
  // By whole weeks, so that weekends stay weekends.
  const weeks = Math.floor((lastDay - Math.floor(last / msPerDay)) / 7);
  return drawn.map((sample) => ({ ...sample, timestampMs: sample.timestampMs + weeks * 7 * msPerDay }));
};

const wearEntry = ({ userId, timestampMs, heartRate, steps, calories, distance }: GeneratedSample) => ({
  userId,
  timestamp: timestampMs,
  deviceId,
  metrics: { heartRate, steps, calories, distance },
  isAnomalous: false,
  localAnomalyScore: 0,
});

const chunksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / metricsPerCall) }, (_, chunk) =>
    items.slice(chunk * metricsPerCall, (chunk + 1) * metricsPerCall),
  );

/**
 * Sends some days of a made-up watch to the endpoint, as the Wear app would: over HTTP, with a person's token, a
 * hundred metrics a call. Sent again, they are known already and nothing is stored twice.
 *
 * @param from - who is drawn, and the last day, in days since 1970 UTC
 */
export const replayWatch = async (
  { aws, options, progress, signal }: DemoContext,
  from: { readonly seed: number; readonly lastDay: number },
): Promise<WatchReplay> => {
  const watch = drawWatch(from.seed, from.lastDay);
  const userId = watch[0]?.userId ?? '';
  const token = await issueToken({
    dataDir: options.dataDir,
    user: userId,
    groups: [],
    expiresIn: '1h',
    now: Date.now(),
  });
  const call = async (path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = { headers, signal, ...(body && { method: 'POST', body: JSON.stringify(body) }) };
    const response = await fetch(`${aws.apiEndpoint}${path}`, sent);
    if (response.status === 429) return pause(1_000, undefined, { signal }).then(() => call(path, body));
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  };

  const replay = { accepted: 0, duplicates: 0, callMs: [] as number[] };
  const days: WatchDay[] = [];
  let sent = 0;
  for (const day of Map.groupBy(watch, ({ timestampMs }) => Math.floor(timestampMs / msPerDay)).values()) {
    const scores: number[] = [];
    let reasons: readonly string[] = [];
    for (const chunk of chunksOf(day)) {
      const startedAt = performance.now();
      const reply = SyncReply.parse(await call('/health-data/sync', chunk.map(wearEntry)));
      replay.callMs.push(performance.now() - startedAt);
      replay.accepted += reply.accepted;
      replay.duplicates += reply.duplicates;
      if (reply.anomalyScore > Math.max(0, ...scores)) reasons = reply.anomalyReasons;
      scores.push(reply.anomalyScore);
      sent += chunk.length;
      progress.tick(sent, watch.length, 'metrics');
    }
    const rates = day.flatMap(({ heartRate }) => (heartRate === undefined ? [] : [heartRate]));
    days.push({
      startMs: day[0]?.timestampMs ?? 0,
      samples: day.length,
      truth: day.find(({ label }) => label !== normalLabel)?.label,
      heartRateBpm: [Math.min(...rates), Math.max(...rates)],
      scores,
      reasons,
    });
  }
  const { episodes } = StatusReply.parse(await call('/health-data/status'));
  return { userId, days, ...replay, episodes };
};
