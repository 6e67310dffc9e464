import * as z from 'zod';
import { SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import { Bump } from '../../../ml/datasets/versions/propose-version.ts';
import { PreprocessingSteps } from '../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import { Cell, Row } from '../../../ml/preprocessing/pipeline/row.ts';

const columnName = z.string().min(1).max(200);
const words = z.string().min(1).max(500);

/** Where the rows of a version come from. */
export const BuildSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rows'), rows: z.array(Row).min(1).max(50_000) }),
  /** A CSV with a header. */
  z.strictObject({ kind: z.literal('csv'), csv: z.string().min(1).max(1_800_000) }),
  /** A CSV that was uploaded to the link of POST /datasets/uploads. */
  z.strictObject({
    kind: z.literal('upload'),
    key: z
      .string()
      .regex(/^uploads\/[0-9a-f-]{36}\.csv$/, { error: 'a key that POST /datasets/uploads gave' }),
  }),
  /** The app's people, their features extracted as of a moment. */
  z.strictObject({
    kind: z.literal('users'),
    userIds: z.array(z.string().min(1).max(1024)).min(1).max(50_000),
    asOf: z.iso.datetime({ offset: true }),
  }),
]);
export type BuildSource = z.infer<typeof BuildSource>;

/** What a dataset version is to be made of, and how. */
export const BuildRequest = z
  .strictObject({
    datasetId: Slug,
    source: BuildSource,
    /** Takes its features and its target from the rows, and leaves out rows that break its rules. */
    featureSet: z.strictObject({ id: Slug, version: SemanticVersion }).optional(),
    /** Names the person of a row; nobody is on both sides of the split, and files have a pseudonym instead. */
    personColumn: columnName.optional(),
    /** Left out where a feature set says it. */
    targetColumn: columnName.optional(),
    /** The value of the target that becomes 1; the rarer of two when left out. */
    positive: Cell.optional(),
    /** Orders the rows of one person. */
    timeColumn: columnName.optional(),
    /** Left out: what the feature set says of its features, or none without one. */
    steps: PreprocessingSteps.optional(),
    split: z
      .strictObject({
        testShare: z.number().min(0.05).max(0.5).default(0.2),
        seed: z.int().min(0).max(2_147_483_647).default(0),
      })
      .default({ testShare: 0.2, seed: 0 }),
    /** Another step of the number than the difference calls for. */
    version: z.strictObject({ bump: Bump, reason: words }).optional(),
    /** Why this version is made, for the history. */
    reason: words,
  })
  .refine(({ source, featureSet }) => source.kind !== 'users' || featureSet !== undefined, {
    path: ['featureSet'],
    error: 'given where the source is users',
  });
export type BuildRequest = z.infer<typeof BuildRequest>;
