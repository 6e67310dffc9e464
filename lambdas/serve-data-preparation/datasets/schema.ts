import { z } from '@hono/zod-openapi';
import { SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import { Bump } from '../../../ml/datasets/versions/propose-version.ts';
import { VersionManifest } from '../../../ml/datasets/versions/version-manifest.ts';
import type { VersionRow } from '../../shared/ports/dataset-versions.ts';
import type { PreparationJob } from '../../shared/ports/preparation-jobs.ts';

/** One version, as lists show it. */
export const VersionSummary = z.strictObject({
  datasetId: Slug,
  version: SemanticVersion,
  parent: SemanticVersion.optional(),
  contentHash: z.string(),
  bump: Bump.optional(),
  because: z.string().openapi({ description: 'What the number follows from.' }),
  rows: z.int(),
  samples: z.int().openapi({ description: 'How many people.' }),
  createdAt: z.string(),
  createdBy: z.string(),
  reason: z.string(),
  state: z.enum(['current', 'superseded', 'expired']),
  supersededBy: SemanticVersion.optional(),
});

export const summaryOf = ({
  sequence: _sequence,
  manifestSha256: _manifest,
  ...row
}: VersionRow): z.infer<typeof VersionSummary> => VersionSummary.parse(row);

export const VersionList = z.strictObject({
  versions: z.array(VersionSummary),
  next: z.string().optional().openapi({ description: 'The cursor of the next page, if there may be one.' }),
});

export const DatasetList = z.strictObject({
  datasets: z.array(z.strictObject({ datasetId: Slug, versions: z.int().min(1), latest: VersionSummary })),
  next: z.string().optional(),
});

/** What a request for a version was answered with at once. */
export const PreparedVersion = z.strictObject({
  isNew: z.boolean().openapi({ description: 'False where the same content was a version already.' }),
  manifest: VersionManifest,
});

export const JobAnswer = z.strictObject({
  jobId: z.string(),
  datasetId: Slug,
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  createdAt: z.string(),
  updatedAt: z.string(),
  result: z.strictObject({ datasetId: Slug, version: SemanticVersion, isNew: z.boolean() }).optional(),
  problem: z.strictObject({ code: z.string(), detail: z.string() }).optional(),
});

export const answerOf = ({
  requestKey: _key,
  createdBy: _who,
  attempts: _attempts,
  ...job
}: PreparationJob): z.infer<typeof JobAnswer> => JobAnswer.parse(job);

export const UploadLink = z.strictObject({
  key: z.string().openapi({ description: 'Names the file in `source` of POST /datasets/prepare.' }),
  url: z.url().openapi({ description: 'PUT the CSV here, with this content type.' }),
  contentType: z.literal('text/csv'),
  expiresAt: z.string(),
});

export const LoadedVersion = z.strictObject({
  manifest: VersionManifest,
  links: z.array(z.strictObject({ name: z.string(), url: z.url(), expiresAt: z.string() })).openapi({
    description: 'Files to download; none for what another part of the system keeps, whose location is told.',
  }),
});
