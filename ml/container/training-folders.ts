import { join } from 'node:path';

/** Where SageMaker puts things and looks for them, below one root. */
export interface TrainingFolders {
  readonly hyperparameters: string;
  readonly train: string;
  readonly validation: string;
  /** Labelled samples to judge a detector by; there need be none. */
  readonly test: string;
  /** Becomes model.tar.gz. */
  readonly model: string;
  /** A file: why the job failed, in words. */
  readonly failure: string;
  /** Kept through an interruption. */
  readonly checkpoints: string;
}

/**
 * The folders of a training container.
 *
 * @param root - `/opt/ml` in SageMaker
 */
export const trainingFolders = (root: string): TrainingFolders => ({
  hyperparameters: join(root, 'input/config/hyperparameters.json'),
  train: join(root, 'input/data/train'),
  validation: join(root, 'input/data/validation'),
  test: join(root, 'input/data/test'),
  model: join(root, 'model'),
  failure: join(root, 'output/failure'),
  checkpoints: join(root, 'checkpoints'),
});
