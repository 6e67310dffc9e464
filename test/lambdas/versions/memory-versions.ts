import type { DatasetLineage, LineageEntry } from '../../../lambdas/shared/ports/dataset-lineage.ts';
import type {
  AnnouncedContent,
  DatasetVersionRows,
  TrainedModel,
  VersionRow,
} from '../../../lambdas/shared/ports/dataset-versions.ts';

/** Rows of versions without a database, for tests that need thousands of calls. */
export const memoryRows = (): DatasetVersionRows => {
  const versions = new Map<string, VersionRow>();
  const contents = new Map<string, AnnouncedContent>();
  const models = new Map<string, TrainedModel>();
  const list = async (datasetId: string) =>
    [...versions.values()]
      .filter((row) => row.datasetId === datasetId)
      .toSorted((a, b) => a.sequence - b.sequence);
  return {
    list,
    page: async (datasetId, { limit, before = Number.POSITIVE_INFINITY }) => ({
      rows: (await list(datasetId))
        .toReversed()
        .filter(({ sequence }) => sequence < before)
        .slice(0, limit),
    }),
    add: async (row) => {
      const key = `${row.datasetId} ${row.sequence}`;
      if (versions.has(key)) return false;
      versions.set(key, row);
      return true;
    },
    mark: async ({ datasetId, sequence }, state, supersededBy) => {
      const key = `${datasetId} ${sequence}`;
      const row = versions.get(key);
      if (row === undefined) throw new Error('there is no such version');
      versions.set(key, { ...row, state, supersededBy: supersededBy ?? row.supersededBy });
    },
    announce: async (content) => void contents.set(`${content.datasetId} ${content.contentHash}`, content),
    contents: async (datasetId) =>
      [...contents.values()].filter((content) => content.datasetId === datasetId),
    isAnnounced: async (datasetId, contentHash) => contents.has(`${datasetId} ${contentHash}`),
    withdraw: async (datasetId, contentHash) => void contents.delete(`${datasetId} ${contentHash}`),
    recordModel: async (model) => void models.set(JSON.stringify(model), model),
    modelsOf: async (datasetId) => [...models.values()].filter((model) => model.datasetId === datasetId),
    datasets: async () => ({ datasetIds: [...new Set([...versions.values()].map((row) => row.datasetId))] }),
  };
};

/** The lineage likewise. */
export const memoryLineage = (): DatasetLineage => {
  const entries = new Map<string, LineageEntry>();
  const keyOf = ({ personKey, datasetId, contentHash }: LineageEntry) =>
    [personKey, datasetId, contentHash].join(' ');
  const found = (fits: (entry: LineageEntry) => boolean) => [...entries.values()].filter(fits);
  return {
    record: async (added) => {
      for (const entry of added) entries.set(keyOf(entry), entry);
    },
    of: async (personKey) => found((entry) => entry.personKey === personKey),
    peopleIn: async (datasetId, contentHash) =>
      found((entry) => entry.datasetId === datasetId && entry.contentHash === contentHash),
    forget: async (gone) => {
      for (const entry of gone) entries.delete(keyOf(entry));
    },
  };
};
