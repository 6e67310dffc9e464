import * as z from 'zod/mini';
import { InvalidModelError } from './invalid-model-error.ts';

const Layer = z.object({
  class_name: z.string(),
  config: z.record(z.string(), z.unknown()),
  inbound_nodes: z.optional(z.array(z.array(z.tuple([z.string()], z.unknown())))),
});

const ModelJson = z.object({
  modelTopology: z.object({
    class_name: z.enum(['Model', 'Functional', 'Sequential']),
    config: z.object({ layers: z.array(Layer).check(z.minLength(1)) }),
  }),
  weightsManifest: z.array(
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.int().check(z.gte(1))),
          dtype: z.literal('float32'),
          quantization: z.optional(z.undefined()),
        }),
      ),
    }),
  ),
});

const InputConfig = z.object({
  batch_input_shape: z.tuple([z.unknown(), z.int().check(z.gte(1)), z.int().check(z.gte(1))]),
});
const LstmConfig = z.object({
  name: z.string(),
  units: z.int().check(z.gte(1)),
  activation: z.literal('tanh'),
  recurrent_activation: z.literal('sigmoid'),
  use_bias: z.literal(true),
  return_sequences: z.boolean(),
  go_backwards: z.optional(z.literal(false)),
  stateful: z.optional(z.literal(false)),
});
const DropoutConfig = z.object({ rate: z.number().check(z.gte(0), z.lt(1)) });
const RepeatConfig = z.object({ n: z.int().check(z.gte(1)) });
const DenseConfig = z.object({
  name: z.string(),
  layer: z.object({
    class_name: z.literal('Dense'),
    config: z.object({
      units: z.int().check(z.gte(1)),
      activation: z.literal('linear'),
      use_bias: z.literal(true),
    }),
  }),
});

/** One weight tensor as the manifest lists it. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
}

export interface LayerShape {
  readonly name: string;
  readonly units: number;
}

/** The architecture that a model file describes, and the order of its weights. */
export interface Topology {
  readonly steps: number;
  readonly features: number;
  readonly dropout: number;
  readonly encoder: readonly LayerShape[];
  readonly decoder: readonly LayerShape[];
  readonly output: LayerShape;
  readonly entries: readonly WeightEntry[];
}

type LayerJson = z.infer<typeof Layer>;

const refuse = (found: string, wanted: string): never => {
  throw new InvalidModelError(
    `This is no LSTM autoencoder: ${found}. Wanted: ${wanted}. Train the model with wellcast, or score it with tfjs.`,
    { found, wanted },
  );
};

/**
 * A value by its schema; what is wrong is said by its path, never by its value. A model is read once a process, which
 * is not worth compiling its schemas for (`jitless`).
 */
const parsed = <Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.infer<Schema> => {
  const result = schema.safeParse(value, { jitless: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return refuse(`${where}, ${issue?.path.join('.')}: ${issue?.message}`, 'a tfjs layers model');
};

const checkChain = (layers: readonly LayerJson[]): void => {
  for (const [index, { inbound_nodes: nodes, config }] of layers.entries()) {
    if (index === 0 || nodes === undefined || nodes.length === 0) continue;
    const sources = nodes.flat().map(([source]) => source);
    const before = layers[index - 1]?.config['name'];
    if (sources.length !== 1 || sources[0] !== before) {
      refuse(`layer ${String(config['name'])} is fed by ${sources.join(', ')}`, `only ${String(before)}`);
    }
  }
};

/** LSTM layers of one half, dropout between them left out; all give sequences but perhaps the last. */
const readHalf = (layers: readonly LayerJson[], lastGivesSequence: boolean): readonly LayerShape[] => {
  const lstms = layers.filter(({ class_name: name }) => name !== 'Dropout');
  if (lstms.length === 0)
    refuse('a half without layers', 'one LSTM at least before and after the bottleneck');
  return lstms.map(({ class_name: className, config }, index) => {
    if (className !== 'LSTM') refuse(`a ${className} layer`, 'LSTM or Dropout');
    const { name, units, return_sequences: sequences } = parsed(LstmConfig, config, 'LSTM');
    const wanted = index < lstms.length - 1 || lastGivesSequence;
    if (sequences !== wanted) refuse(`return_sequences of ${name} is ${sequences}`, String(wanted));
    return { name, units };
  });
};

/**
 * Reads the architecture out of a `model.json` of tfjs.
 *
 * @param modelJson - parsed
 * @throws {InvalidModelError} when it is another architecture than LSTM layers, RepeatVector, LSTM layers and a
 *   dense layer on each step, with dropout anywhere between
 */
export const readTopology = (modelJson: unknown): Topology => {
  const { modelTopology, weightsManifest } = parsed(ModelJson, modelJson, 'model.json');
  const { layers } = modelTopology.config;
  checkChain(layers);
  const first = layers[0]?.class_name === 'InputLayer' ? layers.slice(1) : layers;
  const { batch_input_shape: shape } = parsed(InputConfig, layers[0]?.config, 'the first layer');
  const [, steps, features] = shape;

  const repeatAt = first.findIndex(({ class_name: name }) => name === 'RepeatVector');
  if (repeatAt < 0) refuse('no RepeatVector layer', 'an encoder, RepeatVector and a decoder');
  const { n } = parsed(RepeatConfig, first[repeatAt]?.config, 'RepeatVector');
  if (n !== steps) refuse(`RepeatVector of ${n}`, `${steps}, the steps of the input`);

  const last = first.at(-1);
  if (last?.class_name !== 'TimeDistributed')
    refuse(`a last layer ${last?.class_name}`, 'TimeDistributed(Dense)');
  const dense = parsed(DenseConfig, last?.config, 'TimeDistributed');
  const { units } = dense.layer.config;
  if (units !== features) refuse(`${units} outputs`, `${features}, as many as inputs`);

  const rates = first
    .filter(({ class_name: name }) => name === 'Dropout')
    .map(({ config }) => parsed(DropoutConfig, config, 'Dropout').rate);
  return {
    ...{ steps, features },
    dropout: rates[0] ?? 0,
    encoder: readHalf(first.slice(0, repeatAt), false),
    decoder: readHalf(first.slice(repeatAt + 1, -1), true),
    output: { name: dense.name, units },
    entries: weightsManifest.flatMap(({ weights }) => weights),
  };
};
