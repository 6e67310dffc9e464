import path from 'node:path';
import { quantileOfSorted } from '../../ml/stats/quantile.ts';
import { table } from '../cli/table.ts';
import { wrap } from '../cli/wrap.ts';
import { demoCatalog } from './demo-context.ts';
import type { Episode, WatchDay, WatchReplay } from './replay-watch.ts';
import type { WearableDemoResult } from './wearable-demo.ts';

const whole = (count: number) => count.toLocaleString('en');
/** Of the watch. */
const sampleMs = 5_000;
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

const dayRow = ({ startMs, truth, heartRateBpm: [low, high], scores }: WatchDay): string[] => {
  const highest = Math.max(...scores);
  return [
    dayText(startMs),
    truth?.replaceAll('-', ' ') ?? '–',
    `${low} – ${high}`,
    scores.map((score) => bars[Math.min(7, Math.floor(score * 8))]).join(''),
    highest.toFixed(2),
    verdictOf(highest),
  ];
};

const modelLines = ({ model: { version, metrics, reasons } }: WearableDemoResult): string[] => {
  const test = metrics?.test;
  const title = `Wearable model version ${version}: APPROVED`;
  if (metrics === null || test === null || test === undefined) return [title];
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
    title,
    `  a small LSTM autoencoder, trained on ${whole(metrics.trainWindows)} windows of normal days`,
    '',
    ...table([
      ['', 'value', '95 % interval'],
      row('AUC', test.auc),
      ...Object.entries(test.baselines).map(([name, { auc }]) => row(`  ${labels.get(name) ?? name}`, auc)),
      row('recall', test.recall),
      row('false-positive rate', test.falsePositiveRate),
    ]).map((line) => `  ${line}`),
    ...reasons.flatMap((reason) => wrap(`× ${reason}`, 76, '  ').map((line) => `  ${line}`)),
  ];
};

const dayOf = ({ days }: WatchReplay, { start }: Episode): WatchDay | undefined =>
  days.find(({ startMs, samples }) => start >= startMs && start < startMs + samples * sampleMs);

const alertLines = ({ watch }: WearableDemoResult): string[] => {
  const alerts = watch.episodes.filter(({ alert }) => alert === 'sent');
  const right = alerts.filter((episode) => dayOf(watch, episode)?.truth !== undefined);
  const shown = right.at(-1) ?? alerts.at(-1);
  if (shown === undefined) return ['No alert: nothing was unusual enough.'];
  const [reason] = dayOf(watch, shown)?.reasons ?? [];
  const outbox = `outbox/${demoCatalog.topics.healthAlerts.name}.jsonl`;
  const falseAlarms = alerts.length - right.length;
  return [
    `Alert of ${dayText(shown.start)}, ${timeText(shown.start)} to ${timeText(shown.end)}, score ${shown.peakScore.toFixed(2)}`,
    ...(reason === undefined ? [] : wrap(reason, 76).map((line) => `  ${line}`)),
    `  told once: ${outbox} in the data directory`,
    ...(falseAlarms === 0
      ? []
      : wrap(
          `${falseAlarms} of ${alerts.length} alerts fell on ordinary days: one ordinary window in 200 exceeds the limit by definition. ` +
            'POST /health-data/feedback says so, and raises the threshold of this person alone.',
          76,
        ).map((line) => `  ${line}`)),
  ];
};

/** What the watch's part of the demonstration came to, for a person in a terminal. */
export const wearableLines = (result: WearableDemoResult): string[] => {
  const { watch } = result;
  const callMs = quantileOfSorted(
    watch.callMs.toSorted((a, b) => a - b),
    0.5,
  );
  return [
    ...modelLines(result),
    '',
    `A watch that it has not seen, ${watch.days.length} days, 100 metrics a call, ${callMs.toFixed(0)} ms each`,
    ...table([['', 'what was wrong', 'heart rate', 'scores', 'highest', ''], ...watch.days.map(dayRow)]).map(
      (line) => `  ${line}`,
    ),
    '',
    ...alertLines(result),
  ];
};

/** How a person sends a metric of their own. */
export const curlLines = (apiEndpoint: string, user: string, dataDir: string): string[] => {
  const folder = path.relative(process.cwd(), dataDir);
  return [
    `token=$(npm run --silent wellcast -- token --user ${user}${folder === '.wellcast' ? '' : ` \\\n  --data-dir ${folder}`})`,
    `curl ${apiEndpoint}/health-data/ingest \\`,
    '  -H "Authorization: Bearer $token" -H "Content-Type: application/json" \\',
    `  -d'{"deviceId":"w","timestamp":'$(date +%s000)',"metrics":{"heartRate":99}}'`,
  ].flatMap((lines) => lines.split('\n'));
};
