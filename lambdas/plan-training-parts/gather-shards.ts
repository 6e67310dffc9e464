import type { RowPlace } from '../../ml/datasets/dataset-row.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import {
  addCounts,
  noLabelCounts,
  noSurveyCounts,
  type SurveyCounts,
} from '../shared/training-dataset/survey-counts.ts';
import {
  IndexFile,
  ListingFile,
  readWork,
  type ShardItem,
  type SummaryFile,
  workKeys,
} from '../shared/training-dataset/work-files.ts';

/** A row without its features, and where those lie. */
export interface IndexedRow extends RowPlace {
  readonly shard: string;
  /** In the shard's files. */
  readonly position: number;
}

export type Gathered = Omit<SummaryFile, 'sides' | 'rowsExtracted'> & {
  readonly rows: readonly IndexedRow[];
  readonly usersTried: number;
};

const filesAtOnce = 16;

/**
 * What all shards found together. A shard that left no index is one whose children failed and were tolerated: all
 * its people count as failed.
 */
export const gatherShards = async (
  workspace: Pick<Workspace, 'readText' | 'findText'>,
  run: string,
  shards: readonly ShardItem[],
): Promise<Gathered> => {
  const keys = workKeys(run);
  const listing = await readWork(workspace, keys.listing, ListingFile);
  const usersTried = shards.reduce((sum, { users }) => sum + users, 0);
  const listed: SurveyCounts = {
    ...noSurveyCounts,
    usersOptedOut: listing.optedOut,
    usersWithUnparsableProfile: listing.unparsableProfiles,
  };
  const rows: IndexedRow[] = [];
  const totals = {
    survey: listed,
    labels: { any: noLabelCounts, asserted: noLabelCounts },
    numbers: { usersFailed: 0, usersWithdrawn: 0, rowsCensored: 0 },
  };
  await mapWithLimit(shards, filesAtOnce, async ({ shard, users }) => {
    const text = await workspace.findText(keys.index(shard));
    if (text === undefined) {
      totals.survey = addCounts(totals.survey, { ...noSurveyCounts, usersFailed: users });
      return;
    }
    const { survey, labels, rows: found, ...numbers } = IndexFile.parse(JSON.parse(text));
    totals.survey = addCounts(totals.survey, survey);
    totals.labels = {
      any: addCounts(totals.labels.any, labels.any),
      asserted: addCounts(totals.labels.asserted, labels.asserted),
    };
    totals.numbers = addCounts(totals.numbers, numbers);
    for (const [position, [personId, cutoff, cutoffDay, label]] of found.entries()) {
      rows.push({ personId, cutoff, cutoffDay, label, shard, position });
    }
  });
  const usersConsidered = usersTried + listing.optedOut + listing.unparsableProfiles;
  return {
    rows,
    usersTried,
    usersConsidered,
    survey: totals.survey,
    labels: totals.labels,
    ...totals.numbers,
  };
};
