import * as z from 'zod';
import { type ApiOptions, preparationApi } from '../cli/preparation-api.ts';
import { table } from '../cli/table.ts';

export interface ListVersionsOptions extends ApiOptions {
  readonly json: boolean;
}

const Page = z.object({
  versions: z.array(
    z.looseObject({
      version: z.string(),
      createdAt: z.string(),
      because: z.string(),
      rows: z.number(),
      samples: z.number(),
      state: z.string(),
      supersededBy: z.string().optional(),
      contentHash: z.string(),
      reason: z.string(),
    }),
  ),
  next: z.string().optional(),
});

/** Every version of a dataset, newest first. */
export const listVersions = async (dataset: string, options: ListVersionsOptions): Promise<void> => {
  const call = await preparationApi(options);
  const versions: z.infer<typeof Page>['versions'] = [];
  let next: string | undefined;
  do {
    const cursor = next === undefined ? '' : `&cursor=${next}`;
    const page = Page.parse(await call(`GET /datasets/versions?datasetId=${dataset}&limit=100${cursor}`));
    versions.push(...page.versions);
    next = page.next;
  } while (next !== undefined);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(versions)}\n`);
    return;
  }
  const lines = table([
    ['version', 'made', 'because', 'rows', 'people', 'state', 'content', 'reason'],
    ...versions.map((one) => [
      one.version,
      one.createdAt.slice(0, 16).replace('T', ' '),
      one.because,
      String(one.rows),
      String(one.samples),
      one.supersededBy === undefined ? one.state : `${one.state} by ${one.supersededBy}`,
      one.contentHash.slice(0, 12),
      one.reason,
    ]),
  ]);
  process.stdout.write(`${lines.join('\n')}\n`);
};
