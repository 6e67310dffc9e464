import { customerInputNames } from '../../features/customer/customer-columns.ts';
import { InvalidModelError } from '../../lstm/invalid-model-error.ts';
import type { SavedNetwork } from '../save-network.ts';
import { customerTasks } from './customer-tasks.ts';
import { type PreparedNetwork, prepareNetwork } from './forward-network.ts';
import { type HealthParams, readHealthParams } from './health-params.ts';
import type { MultiTaskNetwork } from './multi-task-network.ts';
import { readMultiTaskNetwork } from './read-multi-task-network.ts';

/** Contents of a trained model's files. */
export interface SavedCustomerHealthModel extends SavedNetwork {
  /** Of `normalization_params.json`. */
  readonly normalizationParams: string;
}

/** A model that scores customers; plain data, nothing to dispose of. */
export interface CustomerHealthModel {
  readonly params: HealthParams;
  readonly network: PreparedNetwork;
}

const parsedParams = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidModelError(
      "normalization_params.json is no JSON: it is torn. Fetch the model's files again.",
    );
  }
};

/**
 * A network and its normalisation as a model, once they are known to belong to this release's customers.
 *
 * @throws {InvalidModelError} when the network has other inputs or other heads
 */
export const makeCustomerHealthModel = (
  params: HealthParams,
  network: MultiTaskNetwork,
): CustomerHealthModel => {
  const describe = (heads: readonly { readonly name: string; readonly activation: string }[]) =>
    heads.map(({ name, activation }) => `${name} (${activation})`).join(', ');
  const wanted = describe(customerTasks);
  const found = describe(network.heads);
  if (network.features !== customerInputNames.length || found !== wanted) {
    throw new InvalidModelError(
      `The network takes ${network.features} inputs and gives ${found}; wanted are ${customerInputNames.length} and ` +
        `${wanted}. Train the model with "wellcast train customer-health".`,
      { features: network.features, heads: network.heads.map(({ name }) => name) },
    );
  }
  return { params, network: prepareNetwork(network) };
};

/**
 * Loads a trained model, without tfjs.
 *
 * @param saved - contents of `model.json`, `weights.bin` and `normalization_params.json`
 * @throws {UnsupportedVersionError} when the model is of another version, or another model
 * @throws {InvalidModelError} when a file is torn or holds another network
 * @throws {ZodError} when the normalisation is of this version and broken
 */
export const loadCustomerHealthModel = (saved: SavedCustomerHealthModel): CustomerHealthModel =>
  makeCustomerHealthModel(
    readHealthParams(parsedParams(saved.normalizationParams)),
    readMultiTaskNetwork(saved),
  );
