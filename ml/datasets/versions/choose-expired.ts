import { major } from 'semver';

/** What the rule looks at of each version. */
export interface KeptVersion {
  readonly version: string;
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number;
  /** A model was trained on it. */
  readonly isUsed: boolean;
}

export interface RetentionRule {
  /** So many of the newest stay. */
  readonly keepNewest: number;
  /** Younger ones stay. */
  readonly keepDays: number;
}

export const defaultRetention: RetentionRule = { keepNewest: 20, keepDays: 365 };

const dayMs = 86_400_000;

/**
 * The versions that nobody needs any more: neither among the newest, nor young, nor trained on, nor the last of
 * their major number, which somebody may still read.
 *
 * @param versions - of one dataset, oldest first
 * @param now - milliseconds since 1970 UTC
 * @example
 * chooseExpired([{ version: '1.0.0', createdAt: 0, isUsed: false }, { version: '1.1.0', createdAt: 0, isUsed: false }, { version: '2.0.0', createdAt: 0, isUsed: false }], { keepNewest: 1, keepDays: 1 }, 864e5 * 9) // => ['1.0.0']
 */
export const chooseExpired = (
  versions: readonly KeptVersion[],
  rule: RetentionRule,
  now: number,
): readonly string[] => {
  const lastOfMajor = new Set(new Map(versions.map(({ version }) => [major(version), version])).values());
  return versions
    .slice(0, Math.max(0, versions.length - rule.keepNewest))
    .filter(
      ({ version, createdAt, isUsed }) =>
        !isUsed && !lastOfMajor.has(version) && now - createdAt > rule.keepDays * dayMs,
    )
    .map(({ version }) => version);
};
