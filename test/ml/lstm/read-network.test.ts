import { describe, expect, it } from 'vitest';
import { InvalidModelError } from '../../../ml/lstm/invalid-model-error.ts';
import { readNetwork } from '../../../ml/lstm/read-network.ts';
import { toArtifacts } from '../../../ml/lstm/to-artifacts.ts';
import { randomNetwork } from './random-network.ts';

const network = randomNetwork({
  steps: 5,
  features: 3,
  encodingDim: 2,
  units: [6, 4],
  dropout: 0.25,
  seed: 3,
});
const saved = () => {
  const { modelJson, weightsBin } = toArtifacts(network);
  return { json: JSON.parse(modelJson), weights: weightsBin.buffer as ArrayBuffer };
};

type Layer = { class_name: string; inbound_nodes: unknown; config: Record<string, unknown> };

/** What is said when one layer of the file is changed. */
const afterChange = (index: number, change: (layer: Layer) => void): unknown => {
  const { json, weights } = saved();
  change(json.modelTopology.config.layers.at(index));
  return thrownBy(() => readNetwork(json, weights));
};

const thrownBy = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return error;
  }
};

const refusal = (message: RegExp) =>
  expect.toSatisfy(
    (error) =>
      error instanceof InvalidModelError && error.code === 'invalid-model' && message.test(error.message),
    `an InvalidModelError like ${message}`,
  );

describe('readNetwork', () => {
  it('reads back what was written', () => {
    const { json, weights } = saved();
    expect(readNetwork(json, weights)).toEqual(network);
  });

  it('refuses weights that are torn, or belong to another file', () => {
    const { json, weights } = saved();
    expect(thrownBy(() => readNetwork(json, weights.slice(0, -4)))).toEqual(
      refusal(/bytes, model.json lists/),
    );
    json.weightsManifest[0].weights[0].shape.reverse();
    expect(thrownBy(() => readNetwork(json, weights))).toEqual(refusal(/wanted \[3, 24\]/));
    json.weightsManifest[0].weights = [];
    expect(thrownBy(() => readNetwork(json, new ArrayBuffer(0)))).toEqual(refusal(/shape \[none\]/));
  });

  it('refuses a weight that is no number', () => {
    const { json, weights } = saved();
    new Float32Array(weights)[7] = Number.NaN;
    expect(thrownBy(() => readNetwork(json, weights))).toEqual(
      refusal(/encoder_1 has a weight that is no number/),
    );
  });

  it.each([null, 'model', {}, { modelTopology: { class_name: 'Graph' } }, { modelTopology: null }])(
    'refuses what is no model: %j',
    (json) => {
      expect(thrownBy(() => readNetwork(json, new ArrayBuffer(0)))).toEqual(refusal(/no LSTM autoencoder/));
    },
  );

  it('refuses another architecture by name', () => {
    expect(
      afterChange(1, (layer) => {
        layer.class_name = 'GRU';
      }),
    ).toEqual(refusal(/a GRU layer/));
    expect(
      afterChange(1, ({ config }) => {
        config['recurrent_activation'] = 'hard_sigmoid';
      }),
    ).toEqual(refusal(/recurrent_activation/));
    expect(
      afterChange(1, ({ config }) => {
        config['return_sequences'] = false;
      }),
    ).toEqual(refusal(/return_sequences of encoder_1 is false/));
    expect(
      afterChange(2, ({ config }) => {
        config['rate'] = 1;
      }),
    ).toEqual(refusal(/Dropout, rate/));
    expect(
      afterChange(3, (layer) => {
        layer.inbound_nodes = [[['windows', 0, 0, {}]]];
      }),
    ).toEqual(refusal(/layer encoder_2 is fed by windows/));
    expect(
      afterChange(6, ({ config }) => {
        config['n'] = 4;
      }),
    ).toEqual(refusal(/RepeatVector of 4.*5/));
    expect(
      afterChange(6, (layer) => {
        layer.class_name = 'Flatten';
      }),
    ).toEqual(refusal(/no RepeatVector/));
    expect(
      afterChange(-1, (layer) => {
        layer.class_name = 'Dense';
      }),
    ).toEqual(refusal(/a last layer Dense/));
    expect(
      afterChange(-1, ({ config }) => {
        (config['layer'] as Layer).config['units'] = 4;
      }),
    ).toEqual(refusal(/4 outputs.*3/));
    const { json, weights } = saved();
    json.modelTopology.config.layers.splice(1, 5);
    expect(thrownBy(() => readNetwork(json, weights))).toEqual(refusal(/fed by/));
  });
});
