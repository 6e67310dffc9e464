import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../../ml/domain-error.ts';
import {
  checkPackage,
  type PackageCheck,
  type PackageProblem,
} from '../../ml/models/customer-health/check-package.ts';
import type { CustomerHealthModel } from '../../ml/models/customer-health/customer-health-model.ts';
import {
  accompanyingPackageFiles,
  describePackage,
  manifestFile,
  type PackageManifest,
  servingFiles,
} from '../../ml/models/customer-health/package-manifest.ts';
import { readArchive } from './read-archive.ts';
import { UsageError } from './usage-error.ts';

/** A model that cannot be packed, published or asked; says everything that is wrong with it. */
export class UnusablePackageError extends DomainError {
  readonly code = 'unusable-package';

  constructor(source: string, problems: readonly PackageProblem[]) {
    super(
      [`${source} cannot serve.`, ...problems.map(({ code, message }) => `  ${code}: ${message}`)].join('\n'),
      {
        problems,
      },
    );
  }
}

/** A model as it lies in an archive, manifest included. */
export interface CustomerPackage {
  /** Contents by their place in the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: PackageManifest;
  readonly model: CustomerHealthModel;
}

const requireUsable = (
  source: string,
  files: ReadonlyMap<string, Uint8Array>,
  check: PackageCheck,
): CustomerPackage => {
  if (check.model === undefined) throw new UnusablePackageError(source, check.problems);
  return { files, manifest: check.manifest, model: check.model };
};

/**
 * The folder of a training, as it would be packed.
 *
 * @throws {UsageError} when it is none
 * @throws {UnusablePackageError}
 */
export const packageOfFolder = async (folder: string): Promise<CustomerPackage> => {
  const files = new Map<string, Uint8Array>();
  for (const name of [...servingFiles, ...accompanyingPackageFiles]) {
    const content = await readFile(path.join(folder, name)).catch(() => undefined);
    if (content !== undefined) files.set(name, content);
  }
  if (files.size === 0) {
    throw new UsageError(`${folder} holds no model: name a folder that "train customer-health" wrote`);
  }
  files.set(manifestFile, Buffer.from(`${JSON.stringify(describePackage(files), null, 2)}\n`));
  return requireUsable(folder, files, checkPackage(files));
};

/**
 * A model.tar.gz.
 *
 * @throws {UsageError} {ArchiveError} {UnusablePackageError}
 */
export const packageOfArchive = async (file: string): Promise<CustomerPackage> => {
  const files = await readArchive(file);
  return requireUsable(file, files, checkPackage(files));
};

/** Where a model is taken from. */
export interface ModelSource {
  readonly modelDir?: string;
  readonly archive?: string;
}

/**
 * A model from a folder or from an archive.
 *
 * @throws {UsageError} when neither or both are given
 * @throws {ArchiveError} {UnusablePackageError}
 */
export const packageFrom = ({ modelDir, archive }: ModelSource): Promise<CustomerPackage> => {
  if (modelDir !== undefined && archive === undefined) return packageOfFolder(modelDir);
  if (modelDir === undefined && archive !== undefined) return packageOfArchive(archive);
  throw new UsageError('give either --model-dir DIR or --archive FILE');
};
