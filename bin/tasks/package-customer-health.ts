import path from 'node:path';
import { writeAtomically } from '../../ml/container/write-atomically.ts';
import { checkPackage } from '../../ml/models/customer-health/check-package.ts';
import { packageOfFolder, UnusablePackageError } from '../cli/customer-model.ts';
import { readArchive } from '../cli/read-archive.ts';
import { archiveOf } from '../cli/write-archive.ts';

export interface PackageOptions {
  readonly modelDir: string;
  readonly output: string;
  readonly json: boolean;
}

/** Packs a trained model as SageMaker takes it, once it is known that it will serve. */
export const packageCustomerHealth = async ({ modelDir, output, json }: PackageOptions): Promise<void> => {
  const { files, manifest } = await packageOfFolder(modelDir);
  const archive = await archiveOf(files);
  const file = path.resolve(output);
  await writeAtomically(file, archive);
  const result = {
    output: file,
    version: manifest.version,
    bytes: archive.length,
    files: [...files.keys()].sort(),
  };
  const lines = [`customer-health ${manifest.version}`, ...result.files.map((name) => `  ${name}`), file];
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`);
};

export interface CheckOptions {
  readonly check: string;
  readonly json: boolean;
}

/**
 * Says whether an archive will serve, and if not why. Needs no account.
 *
 * @throws {UnusablePackageError} with everything that is wrong
 * @throws {ArchiveError} when it cannot be read
 */
export const checkArchive = async ({ check: file, json }: CheckOptions): Promise<void> => {
  const check = checkPackage(await readArchive(file));
  if (check.model === undefined) {
    if (json) process.stdout.write(`${JSON.stringify({ file, usable: false, problems: check.problems })}\n`);
    throw new UnusablePackageError(file, check.problems);
  }
  const { version } = check.manifest;
  process.stdout.write(
    json
      ? `${JSON.stringify({ file, usable: true, version })}\n`
      : `${file} is whole: customer-health ${version}\n`,
  );
};
