import { inc, valid } from 'semver';
import * as z from 'zod';
import type { RowDifference } from './row-difference.ts';
import { isSameSchema, type SchemaDifference } from './schema-difference.ts';

export const Bump = z.enum(['major', 'minor', 'patch']);
export type Bump = z.infer<typeof Bump>;

/** What differs between a version and the one before it. */
export interface VersionDifference {
  readonly schema: SchemaDifference;
  readonly rows: RowDifference;
  /** Feature set, pipeline, split or source are others. */
  readonly parametersChanged: boolean;
}

export interface ProposedVersion {
  /** Such as 1.2.0. */
  readonly version: string;
  /** Undefined for the first of all. */
  readonly bump?: Bump;
  readonly because: 'first' | 'schema' | 'rows' | 'parameters' | 'rebuild' | 'override';
}

/** The version of what has none before it. */
export const firstVersion = '1.0.0';

/**
 * The number that the next version of a dataset should have (Semantic Versioning 2.0.0, read for data): a changed
 * schema breaks who reads it and is major; new rows or other parameters are minor; the same made again, or rows
 * taken out, is a patch.
 *
 * @param parent - the latest version, undefined for the first
 * @param difference - what is new since then; undefined for the first
 * @param override - another step, for a reason that the caller writes down
 * @throws {RangeError} when the parent is no semantic version
 * @example
 * proposeVersion('1.2.3', { schema: { added: [], removed: ['a'], changed: [], reordered: false }, rows: { added: 5, removed: 5, kept: 0 }, parametersChanged: false }) // => { version: '2.0.0', bump: 'major', because: 'schema' }
 * proposeVersion('1.2.3', { schema: { added: [], removed: [], changed: [], reordered: false }, rows: { added: 0, removed: 2, kept: 9 }, parametersChanged: false }) // => { version: '1.2.4', bump: 'patch', because: 'rebuild' }
 */
export const proposeVersion = (
  parent: string | undefined,
  difference: VersionDifference | undefined,
  override?: Bump,
): ProposedVersion => {
  if (parent === undefined || difference === undefined) return { version: firstVersion, because: 'first' };
  if (valid(parent) !== parent) throw new RangeError(`${parent} is no semantic version.`);
  const { bump, because } =
    override === undefined ? stepFor(difference) : ({ bump: override, because: 'override' } as const);
  return { version: inc(parent, bump) ?? firstVersion, bump, because };
};

const stepFor = ({
  schema,
  rows,
  parametersChanged,
}: VersionDifference): { bump: Bump; because: ProposedVersion['because'] } => {
  if (!isSameSchema(schema)) return { bump: 'major', because: 'schema' };
  if (rows.added > 0) return { bump: 'minor', because: 'rows' };
  if (parametersChanged) return { bump: 'minor', because: 'parameters' };
  return { bump: 'patch', because: 'rebuild' };
};
