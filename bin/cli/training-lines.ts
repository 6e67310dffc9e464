import type { S3Client } from '@aws-sdk/client-s3';
import { makeS3ConditionalObjects } from '../../lambdas/shared/adapters/s3-conditional-objects.ts';
import { timerSleep } from '../../lambdas/shared/adapters/timer-sleep.ts';
import { listMonths } from '../../lambdas/shared/narratives/list-months.ts';
import { readTrainingLines } from '../../lambdas/shared/narratives/read-training-lines.ts';
import { type TrainingSnapshot, takeSnapshot } from '../../lambdas/shared/narratives/take-snapshot.ts';
import { trainingLayout } from '../../lambdas/shared/narratives/training-layout.ts';
import type { TrainingMonth } from '../../lambdas/shared/narratives/training-month.ts';

export interface TrainingLinesOptions {
  readonly bucket: string;
  /** Ends in `/`. */
  readonly prefix: string;
  readonly domain?: string;
  /** Such as `2025-11`. */
  readonly month?: string;
}

export interface PlacedLine extends TrainingMonth {
  readonly line: string;
}

/** Training lines as they were at one moment; reading them again gives the same. */
export interface TrainingLines {
  readonly months: readonly TrainingMonth[];
  read(): AsyncGenerator<PlacedLine>;
}

/** Each line of the chosen months once, whether it is folded yet or not. */
export const openTrainingLines = async (
  client: S3Client,
  options: TrainingLinesOptions,
): Promise<TrainingLines> => {
  const objects = makeS3ConditionalObjects({
    client,
    bucket: options.bucket,
    sleep: timerSleep,
    random: Math.random,
  });
  const layout = trainingLayout(options.prefix);
  const months = (await listMonths(objects, [layout.files, layout.parts])).filter(
    ({ domain, month }) => (options.domain ?? domain) === domain && (options.month ?? month) === month,
  );
  const snapshots: TrainingSnapshot[] = [];
  for (const month of months) snapshots.push(await takeSnapshot(objects, layout, month));
  return {
    months,
    read: async function* () {
      for (const snapshot of snapshots) {
        const { domain, month } = snapshot;
        for await (const line of readTrainingLines(objects, snapshot)) yield { domain, month, line };
      }
    },
  };
};
