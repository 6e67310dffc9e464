import { io, tensor } from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { TrainedEnsemble } from './train-ensemble.ts';
import { type NetworkShape, parameterShapes } from './wide-deep-network.ts';

/** A network as tfjs stores it: `model.json` names `weights.bin` beside it. */
export interface SavedNetwork {
  readonly modelJson: string;
  readonly weights: Uint8Array;
}

/** One symbolic tensor: these layers have one output each. */
const applied = (output: ReturnType<ReturnType<typeof layers.dense>['apply']>): SymbolicTensor =>
  output as SymbolicTensor;

/** One member's log-odds as stock layers, and those layers in the order of `parameterShapes`. */
const memberOutput = (shape: NetworkShape, x: SymbolicTensor, name: string) => {
  const dense = (units: number, layerName: string, more: { useBias?: boolean; activation?: 'relu' } = {}) =>
    layers.dense({ units, name: `${name}_${layerName}`, ...more });
  const hidden = shape.hiddenUnits.map((units, index) =>
    dense(units, `hidden${index + 1}`, { activation: 'relu' }),
  );
  const deep = dense(1, 'deep', { useBias: false });
  const wide = dense(1, 'wide');
  const last = hidden.reduce((flow, layer) => applied(layer.apply(flow)), x);
  const sum = layers.add({ name: `${name}_logit` });
  const output = applied(sum.apply([applied(deep.apply(last)), applied(wide.apply(x))]));
  return { output, layers: [...hidden, deep, wide] };
};

/**
 * The ensemble as one tfjs model of stock layers: input [n, features], output [n, 1] of mean log-odds. The caller
 * disposes of it.
 *
 * @param ensemble - trained
 */
export const ensembleLayersModel = ({ shape, members }: TrainedEnsemble): LayersModel => {
  const x = input({ shape: [shape.features], name: 'features' });
  const outputs = members.map((_, index) => memberOutput(shape, x, `member${index + 1}`));
  const logits = outputs.map(({ output }) => output);
  const mean = logits.length === 1 ? logits : applied(layers.average({ name: 'logit' }).apply(logits));
  const built = model({ inputs: x, outputs: mean, name: 'tabular' });
  const shapes = parameterShapes(shape);
  for (const [index, { best }] of members.entries()) {
    const tensors = best.parameters.map((values, parameter) => tensor(values, shapes[parameter] as number[]));
    let next = 0;
    for (const layer of outputs[index]?.layers ?? []) {
      const count = layer.getWeights().length;
      layer.setWeights(tensors.slice(next, next + count));
      next += count;
    }
    for (const uploaded of tensors) uploaded.dispose();
  }
  return built;
};

/**
 * Saves an ensemble so that the stock `loadLayersModel` of tfjs reads it.
 *
 * @param ensemble - trained
 */
export const saveNetwork = async (ensemble: TrainedEnsemble): Promise<SavedNetwork> => {
  const built = ensembleLayersModel(ensemble);
  const saved: io.ModelArtifacts[] = [];
  await built.save(
    io.withSaveHandler(async (artifacts) => {
      saved.push(artifacts);
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  built.dispose();
  const [artifacts] = saved;
  if (!(artifacts?.weightData instanceof ArrayBuffer)) throw new TypeError('tfjs gave no weights to save');
  const { modelTopology, format, generatedBy, convertedBy, weightSpecs, weightData } = artifacts;
  const manifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
  return {
    modelJson: `${JSON.stringify({ format, generatedBy, convertedBy, modelTopology, weightsManifest: manifest })}\n`,
    weights: new Uint8Array(weightData),
  };
};
