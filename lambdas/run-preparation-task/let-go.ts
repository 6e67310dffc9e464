import { chooseExpired, defaultRetention } from '../../ml/datasets/versions/choose-expired.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import { objectKey } from '../shared/versions/content-objects.ts';
import { type DiscardDeps, discardContent } from '../shared/versions/discard-content.ts';

export interface LetGoDeps extends DiscardDeps {
  readonly objects: ConditionalObjects;
  readonly clock: Clock;
}

/** Longer than any build takes, so that what is older was left behind. */
const abandonedAfterMs = 86_400_000;

/**
 * Lets go of what a dataset holds and nobody needs: the files of versions that the retention rule gives up, contents
 * that no version came of, and objects that nothing names.
 *
 * @returns how many versions were let go
 */
export const letGo = async (deps: LetGoDeps, datasetId: string): Promise<number> => {
  const now = deps.clock.now();
  const versions = await deps.rows.list(datasetId);
  const current = versions.filter(({ state }) => state === 'current');
  const used = new Set((await deps.rows.modelsOf(datasetId)).map(({ version }) => version));
  const kept = current.map(({ version, createdAt }) => ({
    version,
    createdAt: Date.parse(createdAt),
    isUsed: used.has(version),
  }));
  const expired = new Set(chooseExpired(kept, defaultRetention, now));
  for (const row of current.filter(({ version }) => expired.has(version))) {
    // First the word, then the deed: nobody is shown a version whose files are going.
    await deps.rows.mark(row, 'expired');
    await discardContent(deps, row, [row.manifestSha256]);
  }
  const needed = new Set(
    current.filter(({ version }) => !expired.has(version)).map((row) => row.contentHash),
  );
  for (const content of await deps.rows.contents(datasetId)) {
    const isOld = now - Date.parse(content.announcedAt) > abandonedAfterMs;
    if (isOld && !needed.has(content.contentHash)) await discardContent(deps, content);
  }
  await sweep(deps, datasetId);
  return expired.size;
};

/** Manifests of builders that were overtaken, and whatever a builder that died has left. */
const sweep = async (deps: LetGoDeps, datasetId: string): Promise<void> => {
  const named = new Set([
    ...(await deps.rows.contents(datasetId)).flatMap(({ objects }) => objects),
    ...(await deps.rows.list(datasetId)).map(({ manifestSha256 }) => manifestSha256),
  ]);
  const orphans: string[] = [];
  const prefix = objectKey(datasetId, '');
  for await (const { key, modifiedAt } of deps.objects.list(prefix)) {
    const isOld = deps.clock.now() - modifiedAt > abandonedAfterMs;
    if (isOld && !named.has(key.slice(prefix.length))) orphans.push(key);
  }
  await deps.objectVersions.purge(orphans);
};
