import { createHash } from 'node:crypto';
import * as z from 'zod';
import { DetectorMetrics } from '../evaluation/detector-metrics.ts';
import { detectorModelName } from '../evaluation/detector-model-name.ts';
import { FileDigests, publishedModelFormatVersion } from './scoring-files.ts';

/** Also published, for people: how training went, and what the model is worth. */
export const accompanyingFiles = ['training_history.json', 'metrics.json'] as const;

/**
 * Schema and type of `metadata.json`, written last of a version's files: where it is, the others are whole.
 */
export const PublishedModel = z.strictObject({
  formatVersion: z.literal(publishedModelFormatVersion),
  modelName: z.literal(detectorModelName),
  /** The first 16 hexadecimal digits of a digest over the files: the same model has the same version. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  /** ISO 8601. */
  createdAt: z.iso.datetime(),
  files: FileDigests,
  /** Null for a model that was published without. */
  metrics: DetectorMetrics.nullable(),
});

export type PublishedModel = z.infer<typeof PublishedModel>;

/**
 * The folder of a version within the bucket, with its slash.
 *
 * @example
 * publishedFolder('0123456789abcdef') // => 'models/lstm-autoencoder/0123456789abcdef/'
 */
export const publishedFolder = (version: string): string => `models/${detectorModelName}/${version}/`;

/**
 * What `metadata.json` says of some files.
 *
 * @param files - contents by name
 * @param about - what the contents do not say; `createdAt` in ISO 8601
 */
export const describePublishedModel = (
  files: ReadonlyMap<string, Uint8Array>,
  { createdAt, metrics }: Pick<PublishedModel, 'createdAt' | 'metrics'>,
): PublishedModel => {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const digests = sorted.map(([name, content]) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return [name, { sha256, bytes: content.length }] as const;
  });
  return PublishedModel.parse({
    formatVersion: publishedModelFormatVersion,
    modelName: detectorModelName,
    version: createHash('sha256').update(JSON.stringify(digests)).digest('hex').slice(0, 16),
    createdAt,
    files: Object.fromEntries(digests),
    metrics,
  });
};
