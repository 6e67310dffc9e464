import type { DetectorJudgement } from '../../ml/wearable/judge-detector.ts';
import { estimateRow } from './estimate-row.ts';
import { table } from './table.ts';

const baselineTitles: Readonly<Record<string, string>> = {
  personalZScore: 'personal z-score',
  pca: 'PCA reconstruction',
  nearestNeighbour: 'nearest neighbour',
};

const titleOf = (name: string) => baselineTitles[name] ?? name;

/** Signed, since a difference can go either way. */
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** Lines that say which baselines a detector does not beat; none where it beats all. */
const losses = ({ test }: DetectorJudgement): string[] =>
  Object.entries(test.baselines)
    .filter(([, { aucDifference }]) => aucDifference.difference <= 0)
    .map(([name]) => `× It loses to ${titleOf(name)}: it should not be approved.`);

/** All figures of a judged detector, for people: overall, person by person, and by kind of anomaly. */
export const judgementTables = (judgement: DetectorJudgement): string[] => {
  const { test, kinds, alerts, persons } = judgement;
  const overall = table([
    [`${test.windows} windows of ${test.users} people`, 'value', '95 % interval'],
    estimateRow('AUC-ROC', test.auc),
    ...Object.entries(test.baselines).map(([name, { auc }]) => estimateRow(`  ${titleOf(name)}`, auc)),
    estimateRow('AUC-PR', test.prAuc),
    estimateRow('precision', test.precision),
    estimateRow('recall', test.recall),
    estimateRow('F1', test.f1),
    estimateRow('false-positive rate', test.falsePositiveRate),
    ['windows with an alert: anomalous', alerts.recall.toFixed(3), ''],
    ['windows with an alert: normal', alerts.falsePositiveRate.toFixed(3), ''],
  ]);
  const byPerson = table([
    ["mean of each person's own AUC", 'detector', 'other', 'difference', '95 % interval'],
    ...Object.entries(persons).map(([name, { meanAuc, meanBaselineAuc, difference }]) => [
      `beside ${titleOf(name)}`,
      meanAuc.value.toFixed(3),
      meanBaselineAuc.value.toFixed(3),
      signed(difference.value),
      `${signed(difference.low)} to ${signed(difference.high)}`,
    ]),
  ]);
  const byKind = table([
    ['kind of anomaly', 'windows', 'AUC', 'recall', 'episodes found', 'median delay'],
    ...kinds.map((kind) => [
      kind.kind,
      String(kind.windows),
      kind.auc.toFixed(3),
      kind.recall.toFixed(3),
      `${kind.detectedEpisodes} of ${kind.episodes}`,
      kind.medianDelaySeconds === null ? '' : `${kind.medianDelaySeconds} s`,
    ]),
  ]);
  return [...overall, '', ...byPerson, '', ...byKind, ...losses(judgement)];
};
