import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkPackage, type PackageProblem } from '../../models/customer-health/check-package.ts';
import type { CustomerHealthModel } from '../../models/customer-health/customer-health-model.ts';

/** What lies in the model folder. */
export type ServedModel =
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly problems: readonly PackageProblem[] }
  | { readonly kind: 'model'; readonly model: CustomerHealthModel; readonly version: string };

/**
 * Every file under a folder.
 *
 * @returns contents by their path below it, with slashes
 */
export const readFiles = async (folder: string): Promise<Map<string, Uint8Array>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file).split(path.sep).join('/'), await readFile(file));
  }
  return files;
};

/** @param folder - into which SageMaker has unpacked model.tar.gz */
export const loadServedModel = async (folder: string): Promise<ServedModel> => {
  const files = await readFiles(folder);
  if (files.size === 0) return { kind: 'none' };
  const check = checkPackage(files);
  return check.model === undefined
    ? { kind: 'unusable', problems: check.problems }
    : { kind: 'model', model: check.model, version: check.manifest.version };
};
