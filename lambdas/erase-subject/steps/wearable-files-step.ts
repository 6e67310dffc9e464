import { collect } from '../../shared/collect.ts';
import type { ErasureStep } from '../erasure-step.ts';
import { type RewriteDeps, rewriteObject } from './rewrite-object.ts';

const prefix = 'training/wearable/';
const personColumn = 'userId';

/**
 * The files of watches' samples that the wearable model is trained on, which somebody has put there: CSV whose column
 * `userId` says whose each row is. Every version of a file that names the person goes, the newest is written again.
 */
export const makeWearableFilesStep = (deps: RewriteDeps): ErasureStep => ({
  name: 'wearableFiles',
  erase: async ({ userId }) => {
    let rows = 0;
    const versions = await collect(deps.objects.versions(prefix));
    for (const version of versions.filter(({ isMarker }) => !isMarker)) {
      const bytes = await deps.objects.read(version);
      const text = Buffer.from(bytes ?? []).toString('utf8');
      const kept = withoutPerson(text, userId);
      if (kept === undefined) continue;
      rows += kept.removed;
      if (version.isLatest) {
        await rewriteObject(deps, [version], { body: kept.text, contentType: 'text/csv' });
      } else await deps.objects.remove([version]);
    }
    return { removed: { rows } };
  },
});

/** Undefined where no row is the person's. Ids and numbers are never quoted in these files. */
const withoutPerson = (
  text: string,
  userId: string,
): { readonly text: string; readonly removed: number } | undefined => {
  const lines = text.split('\n');
  const column = (lines[0] ?? '').replace(/\r$/, '').split(',').indexOf(personColumn);
  if (column < 0) return undefined;
  const kept = lines.filter((line) => line.replace(/\r$/, '').split(',')[column] !== userId);
  const removed = lines.length - kept.length;
  return removed === 0 ? undefined : { text: kept.join('\n'), removed };
};
