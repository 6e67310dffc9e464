import { describe, expect, it } from 'vitest';
import { makeFusedTrainer } from '../../../../ml/lstm/fused-trainer.ts';
import { initialNetwork } from '../../../../ml/lstm/initial-network.ts';
import { seededRandom } from '../../../../ml/random/seeded-random.ts';
import { fitAutoencoder, type TrainingHooks } from '../../../../ml/wearable/training/fit-autoencoder.ts';
import { AutoencoderOptions } from '../../../../ml/wearable/training/training-options.ts';
import type { TrainingState } from '../../../../ml/wearable/training/training-state.ts';
import { makeStockTrainer } from './stock-trainer.ts';

const steps = 5;
const features = 3;

/** Waves of a height of chance, which a small network can learn. */
const waves = (count: number, label: string) => {
  const random = seededRandom(label);
  const values = new Float32Array(count * steps * features);
  for (let window = 0; window < count; window += 1) {
    const height = random.normal();
    for (let cell = 0; cell < steps * features; cell += 1) {
      values[window * steps * features + cell] = height * (1 + 0.3 * Math.sin(cell));
    }
  }
  return { count, values };
};

const data = { train: waves(37, 'train'), validation: waves(15, 'validation') };
const options = AutoencoderOptions.parse({
  epochs: 10,
  batchSize: 8,
  encodingDim: 4,
  units: [9, 6],
  learningRate: 0.01,
  seed: 5,
});
const networkOf = (dropout: number) =>
  initialNetwork({ steps, features, encodingDim: 4, units: [9, 6], dropout, seed: 5 });

const trainSmall = (
  given: Partial<AutoencoderOptions>,
  { hooks = {}, resumeFrom }: { hooks?: TrainingHooks; resumeFrom?: TrainingState } = {},
) => {
  const all = { ...options, ...given };
  return fitAutoencoder(makeFusedTrainer(networkOf(all.dropout), all), data, {
    options: all,
    hooks,
    resumeFrom,
  });
};

describe('training an autoencoder', () => {
  it('follows the loss curves of stock tfjs from the same seed to 1e-3, dropout off, learning rate falling', async () => {
    const given = {
      ...options,
      epochs: 6,
      learningRate: 0.03,
      dropout: 0,
      plateauPatience: 1,
      minGain: 0.15,
    };
    const { state } = await trainSmall(given);
    const stock = await makeStockTrainer(networkOf(0), given.learningRate);
    const { state: expected } = await fitAutoencoder(stock, data, { options: given });
    stock.dispose();
    expect(state.history).toHaveLength(expected.history.length);
    expect(new Set(expected.history.map(({ learningRate }) => learningRate)).size).toBeGreaterThan(1);
    expect(expected.history.at(-1)!.validationLoss).toBeLessThan(0.7 * expected.history[0]!.validationLoss);
    expected.history.forEach(({ trainLoss, validationLoss, learningRate }, epoch) => {
      expect(Math.abs(state.history[epoch]!.trainLoss - trainLoss)).toBeLessThan(1e-3 * trainLoss);
      expect(Math.abs(state.history[epoch]!.validationLoss - validationLoss)).toBeLessThan(
        1e-3 * validationLoss,
      );
      expect(state.history[epoch]!.learningRate).toBe(learningRate);
    });
  });

  it('ends where an uninterrupted training does, wherever it was stopped, to the bit', async () => {
    const whole = await trainSmall({ dropout: 0.3 });
    expect(whole.isComplete).toBe(true);
    // 5 batches an epoch: in the midst of one, at its last batch, and between two.
    for (const stopAt of [1, 5, 8, 13, 59]) {
      let batches = 0;
      const stopped = await trainSmall(
        { dropout: 0.3 },
        { hooks: { onBatch: async () => (++batches === stopAt ? 'stop' : 'go on') } },
      );
      const resumed = await trainSmall({ dropout: 0.3 }, { resumeFrom: stopped.state });
      expect(resumed).toEqual(whole);
    }
    const stopped = await trainSmall(
      { dropout: 0.3 },
      { hooks: { onEpoch: async ({ history }) => (history.length === 3 ? 'stop' : 'go on') } },
    );
    expect(stopped).toMatchObject({ isComplete: false, state: { batchesDone: 0 } });
    expect(await trainSmall({ dropout: 0.3 }, { resumeFrom: stopped.state })).toEqual(whole);
  });

  it('keeps the weights of the epoch with the least validation loss, and stops when none is better', async () => {
    const states: TrainingState[] = [];
    const onEpoch = async (state: TrainingState) => {
      states.push(state);
      return 'go on' as const;
    };
    const given = { learningRate: 0.1, patience: 3, dropout: 0, epochs: 60 };
    const { state, isComplete } = await trainSmall(given, { hooks: { onEpoch } });
    const losses = state.history.map(({ validationLoss }) => validationLoss);
    const best = losses.indexOf(Math.min(...losses)) + 1;
    expect(isComplete).toBe(true);
    expect(losses.length).toBeLessThan(60);
    expect(state.schedule.bestEpoch).toBe(best);
    expect(best).toBeLessThan(losses.length);
    expect(state.bestWeights).toEqual(states[best - 1]!.weights);
    expect(state.bestWeights).not.toEqual(state.weights);
  });

  it('says so when the loss is no number any more', async () => {
    const values = data.train.values.map(() => Number.NaN);
    const trainer = makeFusedTrainer(networkOf(0), options);
    const diverging = fitAutoencoder(trainer, { ...data, train: { count: 37, values } }, { options });
    await expect(diverging).rejects.toMatchObject({ code: 'training-diverged', data: { epoch: 1 } });
  });
});
