import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { RecordType } from '../../ml/narratives/record-type.ts';
import { TrainingLine } from '../../ml/narratives/verify/training-line.ts';
import { generateExport } from '../../ml/synthetic/health-connect/generate-export.ts';
import { openTrainingLines } from '../cli/training-lines.ts';
import type { DemoContext } from './demo-context.ts';
import { demoCatalog } from './demo-context.ts';
import type { DemoData } from './demo-data.ts';
import { runWellcast } from './run-wellcast.ts';

const msPerHour = 3_600_000;
const msPerDay = 24 * msPerHour;
const people = ['demo-ada', 'demo-bob'];
/** Sensors that measure every few minutes have the most records. */
const days: Readonly<Record<RecordType, number>> = {
  BloodGlucoseRecord: 1,
  HeartRateRecord: 3,
  SleepSessionRecord: 7,
  StepsRecord: 5,
  ActiveCaloriesBurnedRecord: 5,
  HeartRateVariabilityRmssdRecord: 2,
};

const Compacted = z.looseObject({ partsFolded: z.number() });

export interface NarrativesDemoResult {
  readonly exports: number;
  /** Lines that this start added; none where an earlier one has. */
  readonly newLines: number;
  readonly lines: readonly TrainingLine[];
  readonly files: readonly string[];
  /** Why exports were set aside. */
  readonly setAside: readonly string[];
  readonly partsFolded: number;
}

/** What phones of made-up people export, the same at every start, and one file that broke on the way. */
const demoExports = ({ seed, endDay }: DemoData) => {
  const exportedAtMs = (endDay + 1) * msPerDay + 9 * msPerHour;
  const folder = new Date(exportedAtMs).toISOString().slice(0, 10).replaceAll('-', '/');
  const keyOf = (recordType: RecordType, file: string) => `raw/${recordType}/${folder}/${file}.avro`;
  const files = people.flatMap((person) =>
    RecordType.options.map((recordType) => ({
      key: keyOf(recordType, `${person}_${exportedAtMs}_${seed}`),
      bytes: generateExport({
        recordType,
        seed: `${seed} ${person}`,
        days: days[recordType],
        exportedAtMs,
      }),
    })),
  );
  const [whole] = files;
  return whole === undefined
    ? files
    : [
        ...files,
        {
          key: keyOf('BloodGlucoseRecord', `${people[0]}_${exportedAtMs}_broken`),
          bytes: whole.bytes.subarray(0, whole.bytes.length / 2),
        },
      ];
};

/** From exports that phones put into the bucket to lines that a model can be tuned on. */
export const runNarrativesDemo = async (
  context: DemoContext,
  data: DemoData,
): Promise<NarrativesDemoResult> => {
  const { aws, progress, signal } = context;
  const bucket = demoCatalog.buckets.healthData.name.replace('{account}', aws.accountId);
  const client = new S3Client({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
  });
  const read = async () => {
    const lines: TrainingLine[] = [];
    const all = await openTrainingLines(client, { bucket, prefix: 'training/' });
    for await (const { line } of all.read()) lines.push(TrainingLine.parse(JSON.parse(line)));
    return lines;
  };
  try {
    const before = await read();
    const exports = demoExports(data);
    progress.step(`Putting ${exports.length} health exports into ${bucket}`);
    for (const { key, bytes } of exports) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }), {
        abortSignal: signal,
      });
    }
    await aws.settled();
    const { partsFolded } = Compacted.parse(
      await runWellcast(['narratives', 'compact', '--json'], { aws, signal }),
    );
    const lines = await read();
    progress.done(`${lines.length - before.length} new lines, ${lines.length} in all`);
    const setAside = await readReasons(client, bucket);
    const files = await keysUnder(client, { bucket, prefix: 'training/' });
    return {
      exports: exports.length,
      newLines: lines.length - before.length,
      lines,
      files,
      setAside,
      partsFolded,
    };
  } finally {
    client.destroy();
  }
};

const keysUnder = async (
  client: S3Client,
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
): Promise<string[]> => {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
};

const QuarantineEntry = z.looseObject({ reason: z.string(), detail: z.string() });

const readReasons = async (client: S3Client, bucket: string): Promise<string[]> => {
  const reasons: string[] = [];
  for (const Key of await keysUnder(client, { bucket, prefix: 'quarantine/exports/' })) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    const { reason, detail } = QuarantineEntry.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    reasons.push(`${reason}: ${detail}`);
  }
  return reasons;
};
