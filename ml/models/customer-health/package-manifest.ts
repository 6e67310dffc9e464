import { createHash } from 'node:crypto';
import * as z from 'zod';
import { customerFeatureSchemaVersion } from '../../features/customer/customer-features.ts';
import { customerHealthModelName } from './health-params.ts';

/** Of `manifest.json`; a reader of another version refuses it by name. */
export const packageSchemaVersion = 1;

export const manifestFile = 'manifest.json';

/** What serving needs, by its place in the archive, which is that in the folder of a training. */
export const servingFiles = [
  'normalization_params.json',
  'best_model/model.json',
  'best_model/weights.bin',
] as const;

/** Packed as well where they are there: for Keras, and for people. */
export const accompanyingPackageFiles = ['best_model.h5', 'training_history.json', 'metrics.json'] as const;

const FileDigest = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(1) });

/** Schema and type of `manifest.json`: what the archive is, and what every other file in it must be. */
export const PackageManifest = z.strictObject({
  schemaVersion: z.literal(packageSchemaVersion),
  modelName: z.literal(customerHealthModelName),
  featureSchemaVersion: z.literal(customerFeatureSchemaVersion),
  /** The first 16 hexadecimal digits of a digest over the files: the same model has the same version. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  /** By their place in the archive. */
  files: z.record(z.string(), FileDigest),
});
export type PackageManifest = z.infer<typeof PackageManifest>;

/**
 * Length and digest of a file.
 *
 * @example
 * digestOf(new Uint8Array()).sha256.slice(0, 8) // => 'e3b0c442'
 */
export const digestOf = (content: Uint8Array): { readonly sha256: string; readonly bytes: number } => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
});

/**
 * What `manifest.json` says of some files. The same files make the same manifest.
 *
 * @param files - contents by their place in the archive, at least `servingFiles`, each not empty
 */
export const describePackage = (files: ReadonlyMap<string, Uint8Array>): PackageManifest => {
  const digests = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => [name, digestOf(content)] as const);
  return {
    schemaVersion: packageSchemaVersion,
    modelName: customerHealthModelName,
    featureSchemaVersion: customerFeatureSchemaVersion,
    version: createHash('sha256').update(JSON.stringify(digests)).digest('hex').slice(0, 16),
    files: Object.fromEntries(digests),
  };
};
