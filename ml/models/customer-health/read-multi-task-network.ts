import * as z from 'zod';
import { InvalidModelError } from '../../lstm/invalid-model-error.ts';
import { type ReadWeights, weightReader } from '../../lstm/weight-reader.ts';
import type { SavedNetwork } from '../save-network.ts';
import type { MultiTaskNetwork, SharedLayer } from './multi-task-network.ts';
import { networkLayers } from './network-layers.ts';

const named = { name: z.string(), inbound_nodes: z.array(z.array(z.tuple([z.string()]).rest(z.unknown()))) };
const Layer = z.discriminatedUnion('class_name', [
  z.object({
    class_name: z.literal('InputLayer'),
    ...named,
    config: z.object({ batch_input_shape: z.tuple([z.null(), z.int().min(1).max(100_000)]) }),
  }),
  z.object({
    class_name: z.literal('Dense'),
    ...named,
    config: z.object({
      units: z.int().min(1).max(100_000),
      activation: z.enum(['relu', 'sigmoid', 'linear']),
      use_bias: z.literal(true),
    }),
  }),
  z.object({
    class_name: z.literal('BatchNormalization'),
    ...named,
    config: z.object({ epsilon: z.literal(1e-3), center: z.literal(true), scale: z.literal(true) }),
  }),
  z.object({
    class_name: z.literal('Dropout'),
    ...named,
    config: z.object({ rate: z.number().min(0).lt(1) }),
  }),
]);
type LayerJson = z.infer<typeof Layer>;

const ModelJson = z.object({
  modelTopology: z.object({
    config: z.object({
      layers: z.array(Layer).min(3),
      output_layers: z.array(z.tuple([z.string()]).rest(z.unknown())).min(1),
    }),
  }),
  weightsManifest: z.array(
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.int().min(1)),
          dtype: z.literal('float32'),
          quantization: z.undefined().optional(),
        }),
      ),
    }),
  ),
});

const refuse = (found: string): never => {
  throw new InvalidModelError(
    `This is no multi-task network: ${found}. Fetch the model's files again, or train it with wellcast.`,
    { found },
  );
};

const parseModelJson = (text: string): z.infer<typeof ModelJson> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('model.json is no JSON');
  }
  const { success, data, error } = ModelJson.safeParse(json);
  const issue = error?.issues[0];
  return success ? data : refuse(`model.json, ${issue?.path.join('.')}: ${issue?.message}`);
};

/** A dense layer, and what belongs to it: what follows it up to the next. */
const readShared = (layers: readonly LayerJson[], features: number, read: ReadWeights): SharedLayer[] => {
  const shared: SharedLayer[] = [];
  let inputs = features;
  for (const [index, layer] of layers.entries()) {
    if (layer.class_name !== 'Dense') continue;
    const { units, activation } = layer.config;
    if (activation !== 'relu') refuse(`the activation of ${layer.name} is ${activation}, not relu`);
    const rest = layers.slice(index + 1);
    const nextDense = rest.findIndex(({ class_name: name }) => name === 'Dense');
    const own = nextDense < 0 ? rest : rest.slice(0, nextDense);
    const dropout = own.find((other) => other.class_name === 'Dropout');
    const norm = own.find((other) => other.class_name === 'BatchNormalization');
    const vector = () => read(norm?.name ?? '', [units]);
    shared.push({
      units,
      kernel: read(layer.name, [inputs, units]),
      bias: read(layer.name, [units]),
      norm: norm && { gamma: vector(), beta: vector(), movingMean: vector(), movingVariance: vector() },
      dropout: dropout?.config.rate ?? 0,
    });
    inputs = units;
  }
  return shared;
};

/**
 * Reads a multi-task network from the files of `networkArtifacts`, without tfjs.
 *
 * @param saved - contents of `model.json` and `weights.bin`
 * @throws {InvalidModelError} when the files are torn or hold another architecture
 */
export const readMultiTaskNetwork = ({ modelJson, weights }: SavedNetwork): MultiTaskNetwork => {
  const { modelTopology, weightsManifest } = parseModelJson(modelJson);
  const [input, ...layers] = modelTopology.config.layers;
  if (input?.class_name !== 'InputLayer') return refuse('the first layer is no input');
  const [, features] = input.config.batch_input_shape;
  const outputs = modelTopology.config.output_layers.map(([name]) => name);
  const entries = weightsManifest.flatMap((group) => group.weights);
  const read = weightReader(entries, Uint8Array.from(weights).buffer);
  const shared = readShared(
    layers.filter(({ name }) => !outputs.includes(name)),
    features,
    read,
  );
  const width = shared.at(-1)?.units ?? refuse('no layer is shared');
  const heads = outputs.map((name) => {
    const layer = layers.find((other) => other.name === name);
    if (layer?.class_name !== 'Dense' || layer.config.activation === 'relu') {
      return refuse(`the output ${name} is no dense layer with a sigmoid or linear activation`);
    }
    const { activation } = layer.config;
    return { name, activation, kernel: read(name, [width, 1]), bias: read(name, [1]) };
  });
  const network: MultiTaskNetwork = { features, shared, heads };
  checkSame(network, { layers, weightNames: entries.map(({ name }) => name) });
  return network;
};

/** Whatever else the file says must be what this network would be written as: who feeds whom, and every name. */
const checkSame = (
  network: MultiTaskNetwork,
  found: { readonly layers: readonly LayerJson[]; readonly weightNames: readonly string[] },
): void => {
  const wanted = networkLayers(network);
  const described = found.layers.map(
    ({ class_name: className, name, inbound_nodes: nodes }) =>
      `${className} ${name} behind ${nodes.flat().map(([source]) => source)}`,
  );
  wanted.forEach(({ className, name, inbound }, index) => {
    const layer = `${className} ${name} behind ${inbound}`;
    if (described[index] !== layer) refuse(`it has ${described[index] ?? 'nothing'} in place of ${layer}`);
  });
  if (described.length > wanted.length) refuse(`it has ${described[wanted.length]} too much`);
  const names = wanted.flatMap((layer) => layer.weights.map(({ name }) => `${layer.name}/${name}`));
  const wrong = names.findIndex((name, index) => found.weightNames[index] !== name);
  if (wrong >= 0 || found.weightNames.length !== names.length) {
    const at = wrong < 0 ? names.length : wrong;
    refuse(`weight ${at + 1} is ${found.weightNames[at] ?? 'missing'}, not ${names[at] ?? 'wanted'}`);
  }
};
