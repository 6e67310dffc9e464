import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { inputFile } from '../cli/input-file.ts';
import { type ApiOptions, type CallApi, preparationApi } from '../cli/preparation-api.ts';
import { UsageError } from '../cli/usage-error.ts';

export interface PrepareDatasetOptions extends ApiOptions {
  readonly data: string;
  readonly dataset: string;
  readonly featureSet?: string;
  readonly person?: string;
  readonly target?: string;
  readonly positive?: string;
  readonly time?: string;
  readonly steps?: string;
  readonly testShare: number;
  readonly seed: number;
  readonly bump?: string;
  readonly bumpReason?: string;
  readonly reason: string;
  readonly json: boolean;
}

/** As text in a request; what is larger is uploaded first. */
const mostInlineBytes = 1_000_000;
const pollEveryMs = 500;

const Upload = z.object({ key: z.string(), url: z.string(), contentType: z.string() });
const Answer = z.object({ manifest: z.object({ version: z.string() }), isNew: z.boolean() });
const Job = z.object({
  jobId: z.string(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  result: z.object({ version: z.string(), isNew: z.boolean() }).optional(),
  problem: z.object({ detail: z.string() }).optional(),
});

/** A dataset version from a CSV, through the API. */
export const prepareDataset = async (options: PrepareDatasetOptions): Promise<void> => {
  const call = await preparationApi(options);
  const csv = await readFile(await inputFile(options.data), 'utf8');
  const source =
    Buffer.byteLength(csv) <= mostInlineBytes
      ? { kind: 'csv', csv }
      : { kind: 'upload', key: await upload(call, csv) };
  const answer = await call('POST /datasets/prepare', { ...(await requestOf(options)), source });
  const done = Answer.safeParse(answer).data;
  const { version, isNew } =
    done === undefined
      ? await resultOf(call, Job.parse(answer).jobId)
      : { version: done.manifest.version, isNew: done.isNew };
  const text = `${options.dataset} ${version}${isNew ? '' : ', which was there already'}`;
  process.stdout.write(
    options.json ? `${JSON.stringify({ dataset: options.dataset, version, isNew })}\n` : `${text}\n`,
  );
};

const upload = async (call: CallApi, csv: string): Promise<string> => {
  const { key, url, contentType } = Upload.parse(await call('POST /datasets/uploads'));
  const sent = await fetch(url, { method: 'PUT', headers: { 'content-type': contentType }, body: csv });
  if (!sent.ok) throw new Error(`the upload was answered with ${sent.status}`);
  return key;
};

const resultOf = async (call: CallApi, jobId: string): Promise<{ version: string; isNew: boolean }> => {
  for (;;) {
    const { state, result, problem } = Job.parse(await call(`GET /datasets/jobs/${jobId}`));
    if (state === 'failed') throw new Error(problem?.detail ?? 'the dataset could not be built');
    if (state === 'succeeded' && result !== undefined) return result;
    await wait(pollEveryMs);
  }
};

const requestOf = async (options: PrepareDatasetOptions): Promise<object> => {
  const { featureSet, person, target, positive, time, steps, bump, bumpReason } = options;
  const [id, version] = featureSet?.split('@') ?? [];
  if (featureSet !== undefined && (id === undefined || version === undefined)) {
    throw new UsageError('--feature-set wants an id and a version, such as telco-churn@1.0.0');
  }
  if (bump !== undefined && bumpReason === undefined) throw new UsageError('--bump wants a --bump-reason');
  return {
    datasetId: options.dataset,
    ...(featureSet !== undefined && { featureSet: { id, version } }),
    ...(person !== undefined && { personColumn: person }),
    ...(target !== undefined && { targetColumn: target }),
    ...(positive !== undefined && { positive }),
    ...(time !== undefined && { timeColumn: time }),
    ...(steps !== undefined && { steps: JSON.parse(await readFile(await inputFile(steps), 'utf8')) }),
    split: { testShare: options.testShare, seed: options.seed },
    ...(bump !== undefined && { version: { bump, reason: bumpReason } }),
    reason: options.reason,
  };
};
