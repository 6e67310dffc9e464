import type { DemoContext } from './demo-context.ts';
import type { DemoData } from './demo-data.ts';
import { demoWearableModel, type WearableModelRow } from './demo-wearable-model.ts';
import { replayWatch, type WatchReplay } from './replay-watch.ts';

export interface WearableDemoResult {
  readonly model: WearableModelRow;
  readonly watch: WatchReplay;
}

/** From made-up watches to a model, and from a watch that it has not seen to scores and an alert. */
export const runWearableDemo = async (
  context: DemoContext,
  { seed, endDay }: DemoData,
): Promise<WearableDemoResult> => {
  const { progress } = context;
  const model = await demoWearableModel(context, seed);
  progress.step('Replaying a watch: POST /health-data/sync');
  const watch = await replayWatch(context, { seed, lastDay: endDay });
  const alerts = watch.episodes.filter(({ alert }) => alert === 'sent').length;
  progress.done(
    `${watch.accepted.toLocaleString('en')} metrics stored, ${watch.duplicates} known already, ${alerts} alerts`,
  );
  return { model, watch };
};
