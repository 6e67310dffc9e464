import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { LossSchedule } from '../wearable/training/loss-schedule.ts';
import type { TrainingState } from '../wearable/training/training-state.ts';
import { Floats, floatText } from './float-text.ts';
import { writeAtomically } from './write-atomically.ts';

const checkpointFormatVersion = 1;

const Checkpoint = z.strictObject({
  formatVersion: z.literal(checkpointFormatVersion),
  fingerprint: z.string(),
  weights: Floats,
  optimizer: z.strictObject({ steps: z.int(), first: Floats, second: Floats }),
  bestWeights: Floats,
  schedule: LossSchedule,
  history: z.array(
    z.strictObject({
      epoch: z.int(),
      trainLoss: z.number(),
      validationLoss: z.number(),
      learningRate: z.number(),
    }),
  ),
  batchesDone: z.int().min(0),
  lossSum: z.number(),
});

const pathIn = (folder: string): string => join(folder, 'autoencoder.json');

/**
 * Saves how far the training of an autoencoder has come; the file is whole or the one before it.
 *
 * @param folder - of checkpoints
 * @param fingerprint - of everything that decides the training: data, settings, seed
 */
export const saveAutoencoderCheckpoint = async (
  folder: string,
  fingerprint: string,
  state: TrainingState,
): Promise<void> => {
  const { weights, optimizer, bestWeights, history, ...rest } = state;
  const checkpoint: z.input<typeof Checkpoint> = {
    formatVersion: checkpointFormatVersion,
    fingerprint,
    weights: floatText(weights),
    optimizer: {
      steps: optimizer.steps,
      first: floatText(optimizer.first),
      second: floatText(optimizer.second),
    },
    bestWeights: floatText(bestWeights),
    history: [...history],
    ...rest,
  };
  await writeAtomically(pathIn(folder), JSON.stringify(checkpoint));
};

/** What was found where a checkpoint may be. */
export type FoundAutoencoderCheckpoint =
  | { readonly kind: 'none' }
  /** Broken, of another version, or of other data or settings: training starts anew. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'usable'; readonly state: TrainingState };

/**
 * Looks for a checkpoint of the same training.
 *
 * @param folder - of checkpoints
 * @param fingerprint - of this training
 */
export const findAutoencoderCheckpoint = async (
  folder: string,
  fingerprint: string,
): Promise<FoundAutoencoderCheckpoint> => {
  const content = await readFile(pathIn(folder), 'utf8').catch(() => undefined);
  if (content === undefined) return { kind: 'none' };
  try {
    const { formatVersion: _, fingerprint: found, ...state } = Checkpoint.parse(JSON.parse(content));
    return found === fingerprint ? { kind: 'usable', state } : { kind: 'unusable' };
  } catch {
    return { kind: 'unusable' };
  }
};
