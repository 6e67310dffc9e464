import * as z from 'zod';
import { DomainError } from '../../domain-error.ts';
import { type CustomerHealthModel, loadCustomerHealthModel } from './customer-health-model.ts';
import {
  digestOf,
  manifestFile,
  PackageManifest,
  packageSchemaVersion,
  servingFiles,
} from './package-manifest.ts';

/** Something that keeps an archive from serving. */
export interface PackageProblem {
  readonly code:
    | 'wrong-root'
    | 'missing-normalization'
    | 'missing-file'
    | 'missing-manifest'
    | 'unreadable-manifest'
    | 'other-schema-version'
    | 'torn-file'
    | 'unusable-model';
  /** Which file, what is wrong with it, and what to do. */
  readonly message: string;
}

/** What was found in an archive; a model only where there is no problem. */
export type PackageCheck =
  | { readonly problems: readonly PackageProblem[]; readonly model?: undefined }
  | {
      readonly problems: readonly [];
      readonly model: CustomerHealthModel;
      readonly manifest: PackageManifest;
    };

type Files = ReadonlyMap<string, Uint8Array>;

const repack = 'Pack it with "wellcast package customer-health".';

/** The folder in which an archive hides what belongs to its root, such as `models/`. */
const hidingFolder = (files: Files): string | undefined => {
  const known = [manifestFile, ...servingFiles];
  if (known.some((name) => files.has(name))) return undefined;
  for (const path of files.keys()) {
    const name = known.find((one) => path.endsWith(`/${one}`));
    if (name !== undefined) return path.slice(0, -name.length);
  }
  return undefined;
};

const textOf = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const Versioned = z.looseObject({ schemaVersion: z.unknown() });

const readManifest = (files: Files): PackageManifest | PackageProblem => {
  if (!files.has(manifestFile)) {
    return { code: 'missing-manifest', message: `${manifestFile} is not in the archive. ${repack}` };
  }
  const json = parsed(textOf(files, manifestFile));
  const version = Versioned.safeParse(json).data?.schemaVersion;
  if (version !== undefined && version !== packageSchemaVersion) {
    return {
      code: 'other-schema-version',
      message: `${manifestFile} has schemaVersion ${JSON.stringify(version)}; this release knows ${packageSchemaVersion}. Use the release that packed it, or pack it anew.`,
    };
  }
  const manifest = PackageManifest.safeParse(json);
  if (manifest.success) return manifest.data;
  const issue = manifest.error.issues[0];
  const isOther = issue?.path[0] === 'featureSchemaVersion' || issue?.path[0] === 'modelName';
  const where = issue?.path.join('.');
  return {
    code: isOther ? 'other-schema-version' : 'unreadable-manifest',
    message: `${manifestFile} cannot be used${where ? `: ${where} is not what this release writes` : ', it is torn'}. ${repack}`,
  };
};

const missing = (files: Files): PackageProblem[] =>
  servingFiles
    .filter((name) => !files.has(name))
    .map((name) =>
      name === 'normalization_params.json'
        ? {
            code: 'missing-normalization',
            message: `${name} is not in the archive; without it inputs cannot be brought to the scale that the model learned. ${repack}`,
          }
        : { code: 'missing-file', message: `${name} is not in the archive. ${repack}` },
    );

const torn = (files: Files, manifest: PackageManifest): PackageProblem[] =>
  Object.entries(manifest.files).flatMap(([name, wanted]): PackageProblem[] => {
    const content = files.get(name);
    if (content === undefined) {
      return servingFiles.some((one) => one === name)
        ? []
        : [{ code: 'missing-file', message: `${name} is in the manifest and not in the archive. ${repack}` }];
    }
    const found = digestOf(content);
    if (found.sha256 === wanted.sha256) return [];
    const how =
      found.bytes === wanted.bytes ? 'other content' : `${found.bytes} bytes instead of ${wanted.bytes}`;
    return [
      { code: 'torn-file', message: `${name} has ${how} than when it was packed: it is torn. ${repack}` },
    ];
  });

/** Whether every weight, four bytes each, is a number. */
const areFinite = (weights: Uint8Array): boolean => {
  const view = new DataView(weights.buffer, weights.byteOffset, weights.byteLength);
  for (let at = 0; at + 4 <= weights.byteLength; at += 4) {
    if (!Number.isFinite(view.getFloat32(at, true))) return false;
  }
  return true;
};

const load = (files: Files): CustomerHealthModel | PackageProblem => {
  if (!areFinite(files.get('best_model/weights.bin') ?? new Uint8Array())) {
    const message =
      'best_model/weights.bin holds what is no number: the training diverged. Train the model again.';
    return { code: 'unusable-model', message };
  }
  try {
    return loadCustomerHealthModel({
      normalizationParams: textOf(files, 'normalization_params.json'),
      modelJson: textOf(files, 'best_model/model.json'),
      weights: files.get('best_model/weights.bin') ?? new Uint8Array(),
    });
  } catch (error) {
    const code =
      error instanceof DomainError && error.code === 'unsupported-version'
        ? 'other-schema-version'
        : 'unusable-model';
    const message =
      error instanceof DomainError
        ? error.message
        : 'normalization_params.json is broken: train the model again.';
    return { code, message };
  }
};

/**
 * Looks at an archive of a customer-health model as the container would: whether everything is there, at the root,
 * whole, of this release, and makes a model. Needs neither an account nor tfjs.
 *
 * @param files - contents by their path in the archive, or in SageMaker's model folder
 */
export const checkPackage = (files: Files): PackageCheck => {
  const folder = hidingFolder(files);
  if (folder !== undefined) {
    const message = `Everything lies in the folder ${folder} of the archive, and SageMaker looks at its root. ${repack}`;
    return { problems: [{ code: 'wrong-root', message }] };
  }
  const manifest = readManifest(files);
  const absent = missing(files);
  if ('code' in manifest) return { problems: [...absent, manifest] };
  const problems = [...absent, ...torn(files, manifest)];
  if (problems.length > 0) return { problems };
  const model = load(files);
  return 'code' in model ? { problems: [model] } : { problems: [], model, manifest };
};
