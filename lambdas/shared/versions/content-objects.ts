import { sha256 } from '../../../ml/datasets/versions/content-hash.ts';
import type { ConditionalObjects } from '../ports/conditional-objects.ts';
import { DamagedObjectError } from './version-errors.ts';

/** Where an object of a dataset lies: under the hash of its content. */
export const objectKey = (datasetId: string, hash: string): string => `datasets/${datasetId}/objects/${hash}`;

/** Stores a text under its hash; the same text again changes nothing. @returns its hash */
export const putContent = async (
  objects: ConditionalObjects,
  datasetId: string,
  file: { readonly text: string; readonly contentType: string },
): Promise<string> => {
  const hash = sha256(file.text);
  // False: the same content is there already, since its hash is its name.
  await objects.create(objectKey(datasetId, hash), { body: file.text, contentType: file.contentType });
  return hash;
};

/**
 * The text that a hash names, checked against it.
 *
 * @throws {DamagedObjectError} when it is not there, or another
 */
export const readContent = async (
  objects: ConditionalObjects,
  datasetId: string,
  hash: string,
): Promise<string> => {
  const bytes = await objects.read(objectKey(datasetId, hash));
  if (bytes === undefined) throw new DamagedObjectError('An object of a version is not there.');
  if (sha256(bytes) !== hash)
    throw new DamagedObjectError('An object of a version is not what its hash says.');
  return new TextDecoder().decode(bytes);
};
