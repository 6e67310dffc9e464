/** What S3 promises about one bucket, in the plainest form: lists of versions in a Map, nothing on disk. */

interface ModelVersion {
  readonly versionId: string;
  /** Undefined: a delete marker. */
  readonly body: string | undefined;
}

export interface S3Model {
  readonly versioned: boolean;
  /** Newest first. */
  readonly versions: Map<string, ModelVersion[]>;
}

export const makeModel = (versioned: boolean): S3Model => ({ versioned, versions: new Map() });

export const currentBody = (model: S3Model, key: string): string | undefined =>
  model.versions.get(key)?.[0]?.body;

/** Adds a version, or replaces the only one where none are kept. */
export const writeModel = (model: S3Model, key: string, version: ModelVersion): void => {
  model.versions.set(key, model.versioned ? [version, ...(model.versions.get(key) ?? [])] : [version]);
};

/** A plain delete: a marker where versions are kept, otherwise nothing is left. */
export const deleteInModel = (model: S3Model, key: string, markerId: string): void => {
  if (model.versioned) writeModel(model, key, { versionId: markerId, body: undefined });
  else model.versions.delete(key);
};

export const deleteVersionInModel = (model: S3Model, key: string, versionId: string): void => {
  const left = (model.versions.get(key) ?? []).filter((version) => version.versionId !== versionId);
  if (left.length > 0) model.versions.set(key, left);
  else model.versions.delete(key);
};

/** Keys that a list shows, in UTF-8 order. */
export const listedKeys = (model: S3Model, prefix: string): string[] =>
  [...model.versions.keys()]
    .filter((key) => key.startsWith(prefix) && currentBody(model, key) !== undefined)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

/** What a write on a condition must end in: the error's name, or undefined where it must succeed. */
export const expectedRefusal = (
  current: string | undefined,
  condition: 'none' | 'absent' | 'match' | 'mismatch',
): string | undefined => {
  if (condition === 'absent') return current === undefined ? undefined : 'PreconditionFailed';
  if (condition === 'none') return undefined;
  if (current === undefined) return 'NoSuchKey';
  return condition === 'match' ? undefined : 'PreconditionFailed';
};
