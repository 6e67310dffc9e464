import type { Bump } from '../../../ml/datasets/versions/propose-version.ts';

/** How a version stands: in use, replaced because somebody was erased from it, or let go by the retention rule. */
export type VersionState = 'current' | 'superseded' | 'expired';

/** One version of a dataset, as a list shows it. It exists from the moment its row does, with all of its files. */
export interface VersionRow {
  readonly datasetId: string;
  /** 1, 2, … in the order in which versions came to be. */
  readonly sequence: number;
  /** Semantic. */
  readonly version: string;
  readonly parent?: string | undefined;
  readonly contentHash: string;
  /** Of the manifest, which is an object beside the others. */
  readonly manifestSha256: string;
  readonly bump?: Bump | undefined;
  readonly because: string;
  readonly rows: number;
  readonly samples: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly reason: string;
  readonly state: VersionState;
  /** The version made in its place, where one could be. */
  readonly supersededBy?: string | undefined;
}

/** A model that was trained on a version. */
export interface TrainedModel {
  readonly datasetId: string;
  readonly version: string;
  readonly modelName: string;
  readonly modelVersion: string;
}

/** What a builder is about to store, written down before any of it is, so that erasure finds what was left halfway. */
export interface AnnouncedContent {
  readonly datasetId: string;
  readonly contentHash: string;
  /** SHA-256 of each file of this store. */
  readonly objects: readonly string[];
  /** ISO 8601. */
  readonly announcedAt: string;
}

/** The rows behind versions. Readers see every write that was answered. */
export interface DatasetVersionRows {
  /** Every version of a dataset, in the order in which they came to be. */
  list(datasetId: string): Promise<readonly VersionRow[]>;
  /** Newest first. @param before - a sequence; only earlier ones are given */
  page(
    datasetId: string,
    range: { readonly limit: number; readonly before?: number | undefined },
  ): Promise<{ readonly rows: readonly VersionRow[]; readonly next?: number }>;
  /** Writes a version down; false, and nothing is written, when its sequence is taken. */
  add(row: VersionRow): Promise<boolean>;
  /** Says how a version stands from now on. Repeatable. */
  mark(row: VersionRow, state: Exclude<VersionState, 'current'>, supersededBy?: string): Promise<void>;
  announce(content: AnnouncedContent): Promise<void>;
  /** All that was announced of a dataset, whether a version came of it or not. */
  contents(datasetId: string): Promise<readonly AnnouncedContent[]>;
  isAnnounced(datasetId: string, contentHash: string): Promise<boolean>;
  /** What is not there is fine. */
  withdraw(datasetId: string, contentHash: string): Promise<void>;
  /** Repeatable. */
  recordModel(model: TrainedModel): Promise<void>;
  modelsOf(datasetId: string): Promise<readonly TrainedModel[]>;
  /** Ids of all datasets that have a version, ascending. @param after - only later ones */
  datasets(range: {
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<{ readonly datasetIds: readonly string[]; readonly next?: string }>;
}
