import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { MemberState } from '../models/train-member.ts';
import { Floats, floatText } from './float-text.ts';
import { writeAtomically } from './write-atomically.ts';

const checkpointSchemaVersion = 1;

const Checkpoint = z.strictObject({
  schemaVersion: z.literal(checkpointSchemaVersion),
  fingerprint: z.string(),
  members: z.array(
    z.strictObject({
      parameters: z.array(Floats),
      moments: z.strictObject({ steps: z.int(), first: z.array(Floats), second: z.array(Floats) }),
      best: z.strictObject({ epoch: z.int(), parameters: z.array(Floats) }),
      history: z.array(z.strictObject({ epoch: z.int(), trainLoss: z.number(), heldBackLoss: z.number() })),
    }),
  ),
});

const pathIn = (folder: string): string => join(folder, 'training.json');

/**
 * Saves how far training has come.
 *
 * @param folder - of checkpoints
 * @param fingerprint - of everything that decides the training: data, settings, seed
 * @param states - first member to the one in progress
 */
export const saveCheckpoint = async (
  folder: string,
  fingerprint: string,
  states: readonly MemberState[],
): Promise<void> => {
  const members: z.input<typeof Checkpoint>['members'] = states.map((state) => ({
    parameters: state.parameters.map(floatText),
    moments: {
      steps: state.moments.steps,
      first: state.moments.first.map(floatText),
      second: state.moments.second.map(floatText),
    },
    best: { epoch: state.best.epoch, parameters: state.best.parameters.map(floatText) },
    history: [...state.history],
  }));
  const checkpoint = { schemaVersion: checkpointSchemaVersion, fingerprint, members };
  await writeAtomically(pathIn(folder), JSON.stringify(checkpoint));
};

/** What was found where a checkpoint may be. */
export type FoundCheckpoint =
  | { readonly kind: 'none' }
  /** Broken, of another version, or of other data or settings: training starts anew. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'usable'; readonly states: readonly MemberState[] };

/**
 * Looks for a checkpoint of the same training.
 *
 * @param folder - of checkpoints
 * @param fingerprint - of this training
 */
export const findCheckpoint = async (folder: string, fingerprint: string): Promise<FoundCheckpoint> => {
  const text = await readFile(pathIn(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return { kind: 'none' };
  try {
    const checkpoint = Checkpoint.parse(JSON.parse(text));
    if (checkpoint.fingerprint !== fingerprint) return { kind: 'unusable' };
    return { kind: 'usable', states: checkpoint.members };
  } catch {
    return { kind: 'unusable' };
  }
};
