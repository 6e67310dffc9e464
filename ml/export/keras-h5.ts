import { Dataset, File, FS, Group, ready } from 'h5wasm';

/** The last Keras that wrote this form; Keras 3 reads it as what it is. */
const kerasVersion = '2.15.0';

export interface KerasWeight {
  /** With the folders of its layer, such as `dense/kernel:0`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface KerasModel {
  /** As Keras describes a model. */
  readonly config: object;
  /** By layer, in the order in which Keras sets them. */
  readonly weights: ReadonlyMap<string, readonly KerasWeight[]>;
}

const childGroup = (parent: Group, name: string): Group => {
  const existing = parent.get(name);
  return existing instanceof Group ? existing : parent.create_group(name);
};

const writeLayer = (group: Group, weights: readonly KerasWeight[]): void => {
  group.create_attribute(
    'weight_names',
    weights.map(({ name }) => name),
  );
  for (const { name, shape, values } of weights) {
    const folders = name.split('/').slice(0, -1);
    const parent = folders.reduce((within, folder) => childGroup(within, folder), group);
    const dataset = name.slice(name.lastIndexOf('/') + 1);
    parent.create_dataset({ name: dataset, data: values, shape: [...shape], dtype: '<f4' });
    // The library reports a failed write to nobody.
    const written = parent.get(dataset);
    if (!(written instanceof Dataset) || written.shape?.join() !== shape.join())
      throw new Error(`HDF5 did not take the weights ${name}`);
  }
};

/** A "modification time" message of an object header: type 18, 8 bytes, no flags, version 1; the seconds follow. */
const timeMessage = Buffer.from([0x12, 0, 8, 0, 0, 0, 0, 0, 1, 0, 0, 0]);

/** HDF5 stamps each dataset with the clock; the epoch instead, so that the same network gives the same bytes. */
const withoutTimes = (content: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(content);
  for (let at = bytes.indexOf(timeMessage); at >= 0; at = bytes.indexOf(timeMessage, at + 1)) {
    bytes.writeUInt32LE(0, at + timeMessage.length);
  }
  return bytes;
};

/**
 * A model as a Keras `.h5` file, which `keras.models.load_model` of Keras 2 and 3 reads; not compiled, since it is for
 * use and not for further training. It is written in memory; the same model gives the same bytes.
 */
export const kerasH5 = async ({ config, weights }: KerasModel): Promise<Uint8Array> => {
  await ready;
  const path = '/keras.h5';
  const file = new File(path, 'w', { libver: ['earliest', 'v108'] });
  try {
    file.create_attribute('keras_version', kerasVersion);
    file.create_attribute('backend', 'tensorflow');
    file.create_attribute('model_config', JSON.stringify(config));
    const all = file.create_group('model_weights');
    all.create_attribute('keras_version', kerasVersion);
    all.create_attribute('backend', 'tensorflow');
    all.create_attribute('layer_names', [...weights.keys()]);
    for (const [name, layer] of weights) writeLayer(all.create_group(name), layer);
    file.flush();
  } finally {
    file.close();
  }
  const files = FS;
  if (files === null) throw new Error('HDF5 has no memory to write to');
  try {
    return withoutTimes(files.readFile(path));
  } finally {
    files.unlink(path);
  }
};
