import path from 'node:path';
import { quantileOfSorted } from '../../ml/stats/quantile.ts';
import { table } from '../cli/table.ts';
import { wrap } from '../cli/wrap.ts';
import { demoCatalog } from './demo-context.ts';
import type { WatchDay } from './replay-watch.ts';
import type { WearableDemoResult } from './wearable-demo.ts';

const whole = (count: number) => count.toLocaleString('en');
const bars = '▁▂▃▄▅▆▇█';
/** From there on a score is an anomaly, below 0.3 it is normal. */
const bands = { borderline: 0.3, anomaly: 0.7 };

const verdictOf = (score: number): string =>
  score >= bands.anomaly ? 'anomaly' : score >= bands.borderline ? 'borderline' : 'normal';

const dayText = (ms: number): string =>
  new Date(ms).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
const timeText = (ms: number): string => new Date(ms).toISOString().slice(11, 16);

const dayRow = ({ startMs, samples, heartRateBpm: [low, high], scores }: WatchDay): string[] => {
  const highest = Math.max(...scores);
  return [
    dayText(startMs),
    whole(samples),
    `${low} – ${high}`,
    scores.map((score) => bars[Math.min(7, Math.floor(score * 8))]).join(''),
    highest.toFixed(2),
    verdictOf(highest),
  ];
};

const modelLines = ({ model: { version, metrics } }: WearableDemoResult): string[] => {
  const test = metrics?.test;
  if (metrics === null || test === null || test === undefined) return [`Wearable model version ${version}`];
  const names = {
    personalZScore: "each person's z-score",
    pca: 'PCA',
    nearestNeighbour: 'nearest neighbour',
  };
  const labels = new Map<string, string>(Object.entries(names));
  const row = (name: string, { value, low, high }: typeof test.auc) => [
    name,
    value.toFixed(3),
    `${low.toFixed(3)} – ${high.toFixed(3)}`,
  ];
  return [
    `Wearable model version ${version}: a small LSTM autoencoder, ${whole(metrics.trainWindows)} windows`,
    ...table([
      ['', 'value', '95 % interval'],
      row('AUC', test.auc),
      ...Object.entries(test.baselines).map(([name, { auc }]) => row(`  ${labels.get(name) ?? name}`, auc)),
      row('recall', test.recall),
      row('false-positive rate', test.falsePositiveRate),
    ]).map((line) => `  ${line}`),
  ];
};

const alertLines = ({ watch }: WearableDemoResult, dataDir: string): string[] => {
  const alert = watch.episodes.findLast((episode) => episode.alert === 'sent');
  if (alert === undefined) return ['No alert: nothing was unusual enough.'];
  const day = watch.days.find(({ startMs, samples }) => {
    const endMs = startMs + samples * 5_000;
    return alert.start >= startMs && alert.start < endMs;
  });
  const [reason] = day?.reasons ?? [];
  const outbox = path.join(dataDir, 'outbox', `${demoCatalog.topics.healthAlerts.name}.jsonl`);
  return [
    `Alert of ${dayText(alert.start)}, ${timeText(alert.start)} to ${timeText(alert.end)}, score ${alert.peakScore.toFixed(2)}`,
    ...(reason === undefined ? [] : wrap(reason, 74).map((line) => `  ${line}`)),
    `  told in ${path.relative(process.cwd(), outbox)}`,
  ];
};

/** What the watch's part of the demonstration came to, for a person in a terminal. */
export const wearableLines = (result: WearableDemoResult, dataDir: string): string[] => {
  const { watch } = result;
  const callMs = quantileOfSorted(
    watch.callMs.toSorted((a, b) => a - b),
    0.5,
  );
  return [
    ...modelLines(result),
    '',
    `A watch that it has not seen, ${watch.days.length} days, 100 metrics a call, ${callMs.toFixed(0)} ms each`,
    ...table([['', 'samples', 'heart rate', 'scores', 'highest', ''], ...watch.days.map(dayRow)]).map(
      (line) => `  ${line}`,
    ),
    '',
    ...alertLines(result, dataDir),
  ];
};

/** How a person sends a metric of their own. */
export const curlLines = (apiEndpoint: string, user: string): string[] => [
  `token=$(npm run --silent wellcast -- token --user ${user})`,
  `curl ${apiEndpoint}/health-data/ingest \\`,
  '  -H "Authorization: Bearer $token" -H "Content-Type: application/json" \\',
  `  -d '{"deviceId":"mine","timestamp":'$(date +%s000)',"metrics":{"heartRate":151}}'`,
];
