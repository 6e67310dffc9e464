import { rowsDigest } from '../../ml/datasets/rows-digest.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { DatasetStore } from '../shared/ports/dataset-store.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import type { DatasetAnswer } from '../shared/training-dataset/dataset-answer.ts';
import type { WrittenFile } from '../shared/training-dataset/dataset-files.ts';
import { datasetKeys, partKeys } from '../shared/training-dataset/dataset-keys.ts';
import { describeDataset } from '../shared/training-dataset/describe-dataset.ts';
import {
  PartFile,
  RunFile,
  readWork,
  ShardItems,
  SummaryFile,
  workKeys,
} from '../shared/training-dataset/work-files.ts';

const filesAtOnce = 16;

/** The manifest of all parts together, and what the caller is told. */
export const describeParts = async (
  deps: { readonly workspace: Workspace; readonly store: Pick<DatasetStore, 'pathOf'> },
  run: string,
): Promise<{ manifest: string; answer: DatasetAnswer }> => {
  const { workspace, store } = deps;
  const keys = workKeys(run);
  const { request, timestamp, startedAt } = await readWork(workspace, keys.run, RunFile);
  const { sides, ...summary } = await readWork(workspace, keys.summary, SummaryFile);
  const parts = await readWork(workspace, keys.parts, ShardItems);
  const digest = rowsDigest();
  const files: WrittenFile[] = [];
  await mapWithLimit(parts, filesAtOnce, async ({ shard }) => {
    const part = await readWork(workspace, keys.part(shard), PartFile);
    digest.addHashes(part.lineHashes);
    files.push(...part.files);
  });
  const { train, validation } = partKeys(timestamp);
  return describeDataset({
    request,
    run: { timestamp, startedAt },
    sides,
    written: { files, rowsSha256: digest.digest() },
    counts: summary,
    paths: {
      trainPath: store.pathOf(train),
      validationPath: store.pathOf(validation),
      manifestPath: store.pathOf(datasetKeys(timestamp).manifest),
    },
  });
};
