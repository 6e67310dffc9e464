/**
 * The function behind the watch as AWS would run it: one bundle, started as a process of its own against AWS on
 * loopback. From process start to the first score, memory, and a sync of 100 metrics once warm.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { makeCatalog } from '../lib/catalog.ts';
import { Config } from '../lib/config.ts';
import { bundleHandler } from '../local/lambda/bundle-handler.ts';
import { functionVariables } from '../local/lambda/function-variables.ts';
import { makeResourceNames } from '../local/resource-names.ts';
import { startTestAws, type TestAws } from '../test/support/local-aws.ts';
import { publishUntrainedModel, untrainedModelFiles } from '../test/support/untrained-wearable-model.ts';
import { medianOf } from './median.ts';

const coldStarts = 9;
const warmSyncs = 30;
const metricsPerSync = 100;

const Measured = z.object({
  loadedAt: z.number(),
  firstAnswerAt: z.number(),
  firstProcessorMs: z.number(),
  /** Of each further call on average. */
  laterProcessorMs: z.number(),
  firstRssBytes: z.number(),
  peakRssBytes: z.number(),
  times: z.array(z.number()),
  last: z.object({ statusCode: z.literal(200) }),
});
type Measured = z.infer<typeof Measured>;

const catalog = makeCatalog(Config.parse({}));
const spec = catalog.functions.detectHealthAnomalies;

/** Seven features a row, as the seed has them; enough for one window of the model. */
const detectEvent = {
  metrics: Array.from({ length: 60 }, (_, row) => ({
    heartRate: 70 + (row % 5),
    steps: row % 3,
    calories: 0.1,
    distance: row % 3,
    hour_sin: 0,
    hour_cos: -1,
    is_weekend: 0,
  })),
};

/** A batch of the Wear app, each later than the one before, as the HTTP API hands it over. */
const syncEvent = (batch: number) => ({
  version: '2.0',
  routeKey: 'POST /health-data/sync',
  headers: { 'content-type': 'application/json' },
  requestContext: {
    http: { method: 'POST' },
    authorizer: { jwt: { claims: { sub: 'bench', token_use: 'access' } } },
  },
  body: JSON.stringify(
    Array.from({ length: metricsPerSync }, (_, index) => ({
      userId: 'bench',
      deviceId: 'watch',
      timestamp: Date.UTC(2026, 0, 5, 8) + (batch * metricsPerSync + index) * 5000,
      metrics: { heartRate: 65 + ((batch + index) % 7), steps: index % 4, calories: 0.1, distance: 1 },
      isAnomalous: false,
      localAnomalyScore: 0.1,
    })),
  ),
  isBase64Encoded: false,
});

interface Process {
  readonly bundle: string;
  readonly eventsFile: string;
  readonly variables: Readonly<Record<string, string>>;
}

const runProcess = async ({ bundle, eventsFile, variables }: Process) => {
  const script = path.join(import.meta.dirname, 'cold-start.mjs');
  const startedAt = Date.now();
  const child = spawn(process.execPath, [script, pathToFileURL(bundle).href, eventsFile], {
    env: { ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise((resolve) => child.on('close', resolve));
  const measured = /^MEASURED (.*)$/m.exec(said)?.[1];
  const parsed = Measured.safeParse(measured === undefined ? undefined : JSON.parse(measured));
  if (!parsed.success) throw new Error(`The function did not answer as it should:\n${said.slice(0, 2000)}`);
  return { startedAt, ...parsed.data };
};

const prepare = async (aws: TestAws) => {
  await publishUntrainedModel(aws.client, untrainedModelFiles({ units: [128, 64], encodingDim: 32 }));
  const { file, bytes } = await bundleHandler(path.resolve(spec.entry), path.join(aws.dataDir, 'bench'));
  const variables = functionVariables(
    spec,
    makeResourceNames(catalog, () => aws.endpoint),
    {
      endpoint: aws.endpoint,
      taskRoot: path.dirname(file),
    },
  );
  const write = async (name: string, events: readonly object[]) => {
    const eventsFile = path.join(aws.dataDir, name);
    await writeFile(eventsFile, JSON.stringify(events));
    return { bundle: file, eventsFile, variables };
  };
  return { bytes, write };
};

/** A line of the table; `aim` is what the value is to stay below. */
const row = (what: string, value: number, unit: 'MB' | 'ms', aim?: number): string => {
  const shown = value.toFixed(unit === 'MB' ? 2 : 0).padStart(8);
  const verdict = aim === undefined ? '' : `  < ${aim}${value < aim ? '' : '  missed'}`;
  return `  ${what.padEnd(48)} ${shown} ${unit}${verdict}\n`;
};

/** Prints a table of medians beside what they are to stay below. */
export const benchWearableSync = async (): Promise<void> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'wellcast-bench-'));
  const aws = await startTestAws({ dataDir });
  try {
    const { bytes, write } = await prepare(aws);
    const cold: (Measured & { startedAt: number })[] = [];
    const detect = await write('detect.json', [detectEvent]);
    // Not counted: so that the AWS beside it is as awake as the real one.
    await runProcess(detect);
    for (let start = 0; start < coldStarts; start += 1) cold.push(await runProcess(detect));
    const batches = Array.from({ length: warmSyncs + 5 }, (_, batch) => syncEvent(batch));
    const warm = await runProcess(await write('sync.json', batches));
    process.stdout.write(
      `\nThe function behind the watch as a process, model 128/64/32, median of ${coldStarts} starts\n` +
        row('bundle without model', bytes / 1e6, 'MB', 1) +
        row(
          'process start to code loaded',
          medianOf(cold.map(({ startedAt, loadedAt }) => loadedAt - startedAt)),
          'ms',
        ) +
        row(
          'process start to first score',
          medianOf(cold.map(({ startedAt, firstAnswerAt }) => firstAnswerAt - startedAt)),
          'ms',
          150,
        ) +
        row(
          'of it on the processor, all threads',
          medianOf(cold.map(({ firstProcessorMs }) => firstProcessorMs)),
          'ms',
        ) +
        row(
          'resident after the first score',
          medianOf(cold.map(({ firstRssBytes }) => firstRssBytes / 1e6)),
          'MB',
          90,
        ) +
        row(
          `sync of ${metricsPerSync} metrics, warm, median of ${warmSyncs}`,
          medianOf(warm.times.slice(5)),
          'ms',
          150,
        ) +
        row('of it on the processor, all threads, on average', warm.laterProcessorMs, 'ms') +
        row('resident at most, after those', warm.peakRssBytes / 1e6, 'MB'),
    );
  } finally {
    await aws.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};

if (import.meta.main) await benchWearableSync();
