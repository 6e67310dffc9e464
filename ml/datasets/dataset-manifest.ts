import * as z from 'zod';

const Count = z.int().nonnegative();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const ClassCounts = z.strictObject({ negative: Count, positive: Count });
const SideCounts = z.strictObject({ before: ClassCounts, after: ClassCounts });

const DatasetFile = z.strictObject({
  /** Key in the bucket. */
  path: z.string().min(1),
  sha256: Sha256,
  bytes: Count,
  /** Lines that are rows: without a header. */
  rows: Count,
});

const DatasetParameters = z.strictObject({
  minDays: z.int().positive(),
  validationSplit: z.number().min(0).max(1),
  days: z.int().positive(),
  /** The instant asked for, or the local date whose end was taken in each user's own zone. */
  asOf: z.union([
    z.strictObject({ instant: z.iso.datetime({ offset: true }) }),
    z.strictObject({ endOfLocalDate: z.iso.date() }),
  ]),
  cutoffsPerUser: z.int().positive(),
  cutoffStrideDays: z.int().positive(),
  labelPolicy: z.enum(['any', 'asserted']),
  splitBy: z.enum(['user', 'time']),
  balance: z.enum(['both', 'train', 'none']),
  seed: z.int(),
  maxFailedUserFraction: z.number().min(0).max(1),
});

/**
 * What one dataset is: its files, how it was made, and everything that was left out and why. It holds no
 * personal data and no moment but `timestamp`, so that the same table, parameters, seed and timestamp give the
 * same bytes.
 */
export const DatasetManifest = z.strictObject({
  schemaVersion: z.literal(1),
  /** Names the run, such as 20251019_065000. */
  timestamp: z.string().min(1),
  files: z.array(DatasetFile),
  /** Of the CSV lines of both sides, headers left out, whatever their order. */
  rowsSha256: Sha256,
  classCounts: z.strictObject({ train: SideCounts, validation: SideCounts }),
  /** Persons or rows left out, by reason. */
  exclusions: z.record(z.string(), Count),
  /** How every eligible row would be labelled under either policy. */
  labelCounts: z.strictObject({
    any: z.strictObject({ negative: Count, positive: Count, censored: Count }),
    asserted: z.strictObject({ negative: Count, positive: Count, censored: Count }),
  }),
  /** Stored items that did not parse and were skipped. */
  unparsableItems: Count,
  parameters: DatasetParameters,
  featureSchemaVersion: z.int().positive(),
  featureNames: z.array(z.string().min(1)),
});

export type DatasetManifest = z.infer<typeof DatasetManifest>;

/**
 * A manifest with its keys in one fixed order: those of the schema, reasons by name, files by path.
 *
 * @param facts - everything but the schema's own version
 * @throws {z.ZodError} when a fact does not have the form of the schema
 */
export const makeDatasetManifest = (facts: Omit<DatasetManifest, 'schemaVersion'>): DatasetManifest => {
  const byName =
    <T>(nameOf: (item: T) => string) =>
    (a: T, b: T) =>
      nameOf(a) < nameOf(b) ? -1 : 1;
  const manifest = DatasetManifest.parse({ schemaVersion: 1, ...facts });
  return {
    ...manifest,
    files: manifest.files.sort(byName((file) => file.path)),
    exclusions: Object.fromEntries(Object.entries(manifest.exclusions).sort(byName(([reason]) => reason))),
  };
};

/** The manifest as it is stored: indented JSON with a final newline. */
export const manifestText = (manifest: DatasetManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
