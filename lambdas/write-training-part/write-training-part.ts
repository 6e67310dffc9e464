import type { SampleRow } from '../../ml/datasets/dataset-row.ts';
import { rowsDigest } from '../../ml/datasets/rows-digest.ts';
import type { DatasetStore } from '../shared/ports/dataset-store.ts';
import type { SampleLineage, SampleOrigin } from '../shared/ports/sample-lineage.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import { csvLines, type WrittenFile } from '../shared/training-dataset/dataset-files.ts';
import { partKeys } from '../shared/training-dataset/dataset-keys.ts';
import {
  FeatureFile,
  IndexFile,
  PlanFile,
  RunFile,
  readWork,
  type ShardRequest,
  workKeys,
  writeWork,
} from '../shared/training-dataset/work-files.ts';

export interface WriteTrainingPartDeps {
  readonly workspace: Workspace;
  readonly store: DatasetStore;
  readonly lineage: SampleLineage;
  readonly telemetry: Telemetry;
}

const sides = ['train', 'validation'] as const;

/**
 * Writes one shard's rows as the plan has them: a file for each side that it has rows of, and who is which sample.
 * Writes the same bytes however often it runs.
 */
export const makeWriteTrainingPart =
  (deps: WriteTrainingPartDeps) =>
  async ({ run, item: { shard } }: ShardRequest): Promise<{ readonly files: number }> => {
    const { workspace, lineage } = deps;
    const keys = workKeys(run);
    const { timestamp, supersededTimestamps } = await readWork(workspace, keys.run, RunFile);
    const index = await readWork(workspace, keys.index(shard), IndexFile);
    const features = await readWork(workspace, keys.features(shard), FeatureFile);
    const plan = await readWork(workspace, keys.plan(shard), PlanFile);
    const planned = index.rows.flatMap(([userId, , , label], position) => {
      const [side, sampleId, copies] = plan[position] ?? [];
      if (side === undefined || sampleId === undefined) return [];
      return [{ userId, side, copies, sample: { sampleId, features: features[position]!, label } }];
    });

    const digest = rowsDigest();
    const files: WrittenFile[] = [];
    for (const side of sides) {
      const samples = planned
        .filter((row) => row.side === side)
        .flatMap(({ sample, copies }) => Array.from({ length: copies ?? 1 }, (): SampleRow => sample));
      if (samples.length === 0) continue;
      const path = `${partKeys(timestamp)[side]}part-${shard}.csv`;
      files.push({
        path,
        rows: samples.length,
        ...(await deps.store.write(path, csvLines(samples, digest))),
      });
    }

    const origins = new Map<string, SampleOrigin>();
    for (const { userId, side, sample } of planned)
      origins.set(userId, { userId, side, sampleId: sample.sampleId });
    await lineage.record(timestamp, [...origins.values()]);
    for (const superseded of supersededTimestamps) await lineage.forget(superseded, [...origins.keys()]);
    await writeWork(workspace, keys.part(shard), { files, lineHashes: digest.hashes() });
    return { files: files.length };
  };
