import { createHmac } from 'node:crypto';

const keyed = (secret: string, parts: readonly string[], digits: number): string =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, digits);

/**
 * Stands for a person in one dataset, the same in every version of it and unlike in any other. Without the secret
 * nobody can tell, even from a list of all ids, who it is.
 *
 * @returns `s_` and 24 hexadecimal digits
 * @example
 * sampleIdOf('secret', 'churn', 'anna').length // => 26
 */
export const sampleIdOf = (secret: string, datasetId: string, personId: string): string =>
  `s_${keyed(secret, ['sample', datasetId, personId], 24)}`;

/**
 * Stands for a person in the lineage, under which all their datasets are found.
 *
 * @returns 32 hexadecimal digits
 * @example
 * personKeyOf('secret', 'anna') === personKeyOf('secret', 'anna') // => true
 */
export const personKeyOf = (secret: string, personId: string): string =>
  keyed(secret, ['person', personId], 32);
