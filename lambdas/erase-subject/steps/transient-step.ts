import { mapWithLimit } from '../../shared/map-with-limit.ts';
import type { ErasableObjects, ErasableVersion } from '../../shared/ports/erasable-objects.ts';
import type { ErasureStep } from '../erasure-step.ts';

export interface TransientStepDeps {
  /** Uploads and requests of datasets that are still to be built. */
  readonly datasets: ErasableObjects;
  /** What the steps of a training pipeline have put down for each other. */
  readonly work: ErasableObjects;
}

const uploadPrefixes = ['uploads/', 'jobs/'] as const;
/** Of one shard of the people: whom it holds, and what was made of them. */
const shardFile = /^(runs\/[^/]+\/)(?:users|index|features|plan|written)\/(\d{6})\.json$/;
const readsAtOnce = 8;

/**
 * What waits for somebody to use it and is gone by itself within days: an upload or a request that names the person
 * is removed whole, and of a pipeline's run the shard that holds them, which that run then does without.
 */
export const makeTransientStep = ({ datasets, work }: TransientStepDeps): ErasureStep => ({
  name: 'transient',
  erase: async ({ userId }) => {
    const isNamed = namesPerson(userId);
    let uploads = 0;
    for (const prefix of uploadPrefixes) {
      const naming = await filesThat(datasets, prefix, isNamed);
      await datasets.remove(naming);
      uploads += naming.length;
    }
    const naming = await filesThat(work, 'runs/', isNamed);
    const shards = new Set(naming.map(({ key }) => shardOf(key)).filter((shard) => shard !== undefined));
    const files: ErasableVersion[] = [];
    if (shards.size > 0) {
      for await (const version of work.versions('runs/')) {
        const shard = shardOf(version.key);
        if (shard !== undefined && shards.has(shard)) files.push(version);
      }
    }
    await work.remove(files);
    return { removed: { uploads, shards: shards.size } };
  },
});

const shardOf = (key: string): string | undefined => {
  const [, run, shard] = shardFile.exec(key) ?? [];
  return run === undefined ? undefined : `${run}${shard}`;
};

/** Whether a text holds the id by itself, and not as a part of another. */
const namesPerson = (userId: string): ((text: string) => boolean) => {
  const spellings = [userId, JSON.stringify(userId).slice(1, -1)].map(RegExp.escape);
  const whole = new RegExp(`(?<![\\w-])(?:${[...new Set(spellings)].join('|')})(?![\\w-])`);
  return (text) => whole.test(text);
};

const filesThat = async (
  objects: ErasableObjects,
  prefix: string,
  fits: (text: string) => boolean,
): Promise<readonly ErasableVersion[]> => {
  const versions: ErasableVersion[] = [];
  for await (const version of objects.versions(prefix)) if (!version.isMarker) versions.push(version);
  const found = await mapWithLimit(versions, readsAtOnce, async (version) => {
    const bytes = await objects.read(version);
    return bytes !== undefined && fits(Buffer.from(bytes).toString('utf8')) ? [version] : [];
  });
  return found.flat();
};
