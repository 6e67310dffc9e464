import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar';
import type { S3Access } from '../s3/s3-access.ts';
import { s3Location } from './s3-location.ts';

/** A model's archive is not there or cannot be unpacked; the message is SageMaker's, and becomes the failure reason. */
export class ModelDataError extends Error {
  override readonly name = 'ModelDataError';
}

/**
 * Makes a folder look like `/opt/ml` before a container serves: the archive's content under `model/`.
 *
 * @param root - becomes `/opt/ml`; what it held before is removed
 * @param modelDataUrl - s3://… of model.tar.gz
 * @throws {ModelDataError}
 */
export const stageModel = async (s3: S3Access, root: string, modelDataUrl: string): Promise<void> => {
  const { bucket, key } = s3Location(modelDataUrl);
  const archive = await s3.getObject(bucket, key).catch(() => undefined);
  if (archive === undefined) throw new ModelDataError(`Could not find model data at ${modelDataUrl}.`);
  const folder = path.join(root, 'model');
  await rm(root, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = path.join(root, 'model.tar.gz');
  await writeFile(file, archive);
  try {
    await extract({ file, cwd: folder, strict: true });
  } catch {
    await rm(root, { recursive: true, force: true });
    throw new ModelDataError(
      `Failed to extract model data archive from URL "${modelDataUrl}". The model data archive must be a gzip-compressed tar file.`,
    );
  }
  await rm(file);
};
