import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { create } from 'tar';
import type { S3Access } from '../s3/s3-access.ts';
import type { CreateTrainingJobInput } from './create-training-job-input.ts';
import { s3Location } from './s3-location.ts';

/** A channel of which nothing could be downloaded; the message is SageMaker's, and becomes the failure reason. */
export class NoTrainingDataError extends Error {
  constructor(uri: string) {
    super(
      `ClientError: Data download failed:No S3 objects found under S3 URL "${uri}" given in input data source. Please ensure that the bucket exists in the selected region (us-east-1), that objects exist under that S3 prefix, and that the role has "s3:ListBucket" permissions on the bucket.`,
    );
    this.name = 'NoTrainingDataError';
  }
}

/** Where an object under a prefix lies in its channel: the part after the prefix's folder. */
const relativePath = (key: string, prefix: string): string => {
  const folder = key.startsWith(`${prefix}/`) ? `${prefix}/` : prefix.slice(0, prefix.lastIndexOf('/') + 1);
  return key.slice(folder.length);
};

/**
 * Copies every object under a prefix into a folder.
 *
 * @returns how many
 */
const downloadPrefix = async (s3: S3Access, uri: string, folder: string): Promise<number> => {
  const { bucket, key: prefix } = s3Location(uri);
  const keys = await s3.listKeys(bucket, prefix).catch(() => []);
  let count = 0;
  for (const key of keys) {
    const file = path.join(folder, relativePath(key, prefix));
    // A key may hold `..`, which must not lead out of the folder.
    if (key.endsWith('/') || !file.startsWith(`${folder}${path.sep}`)) continue;
    const body = await s3.getObject(bucket, key);
    if (body === undefined) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, body);
    count++;
  }
  return count;
};

const channelConfig = (channel: NonNullable<CreateTrainingJobInput['InputDataConfig']>[number]) => ({
  TrainingInputMode: channel.InputMode ?? 'File',
  S3DistributionType: channel.DataSource.S3DataSource.S3DataDistributionType ?? 'FullyReplicated',
  RecordWrapperType: 'None',
  ...(channel.ContentType === undefined ? {} : { ContentType: channel.ContentType }),
});

const configFiles = (request: CreateTrainingJobInput): Record<string, unknown> => ({
  hyperparameters: request.HyperParameters ?? {},
  inputdataconfig: Object.fromEntries(
    (request.InputDataConfig ?? []).map((channel) => [channel.ChannelName, channelConfig(channel)]),
  ),
  resourceconfig: {
    current_host: 'algo-1',
    current_instance_type: request.ResourceConfig.InstanceType,
    current_group_name: 'homogeneousCluster',
    hosts: ['algo-1'],
    network_interface_name: 'eth0',
  },
});

/**
 * Makes a folder look like `/opt/ml` before a training: configuration, channels, and the checkpoint of an earlier
 * attempt. Leftovers of an attempt that was cut short are removed, its checkpoint is kept.
 *
 * @throws {NoTrainingDataError} for a channel without objects
 */
export const stageTraining = async (
  s3: S3Access,
  root: string,
  request: CreateTrainingJobInput,
): Promise<void> => {
  for (const name of ['input', 'model', 'output']) {
    await rm(path.join(root, name), { recursive: true, force: true });
  }
  for (const name of ['input/config', 'input/data', 'model', 'output/data', 'checkpoints']) {
    await mkdir(path.join(root, name), { recursive: true });
  }
  for (const [name, content] of Object.entries(configFiles(request))) {
    await writeFile(path.join(root, 'input', 'config', `${name}.json`), JSON.stringify(content));
  }
  if (request.CheckpointConfig !== undefined) {
    await downloadPrefix(s3, request.CheckpointConfig.S3Uri, path.join(root, 'checkpoints'));
  }
  for (const { ChannelName, DataSource } of request.InputDataConfig ?? []) {
    const uri = DataSource.S3DataSource.S3Uri;
    const folder = path.join(root, 'input', 'data', ChannelName);
    await mkdir(folder, { recursive: true });
    if ((await downloadPrefix(s3, uri, folder)) === 0) throw new NoTrainingDataError(uri);
  }
};

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
};

/** Puts the checkpoint where a next attempt will look for it. */
export const uploadCheckpoints = async (
  s3: S3Access,
  root: string,
  request: CreateTrainingJobInput,
): Promise<void> => {
  if (request.CheckpointConfig === undefined) return;
  const { bucket, key } = s3Location(request.CheckpointConfig.S3Uri);
  const folder = path.join(root, 'checkpoints');
  for (const name of await filesUnder(folder)) {
    await s3.putObject(bucket, path.posix.join(key, name), await readFile(path.join(folder, name)));
  }
};

/**
 * Packs `model/` and puts it where the job's output belongs. The same files make the same bytes.
 *
 * @returns the S3 URI, or `undefined` when the training left no model
 */
export const uploadModel = async (
  s3: S3Access,
  root: string,
  request: CreateTrainingJobInput,
): Promise<string | undefined> => {
  const folder = path.join(root, 'model');
  const names = await filesUnder(folder);
  if (names.length === 0) return undefined;
  const file = path.join(root, 'model.tar.gz');
  await create({ gzip: true, portable: true, mtime: new Date(0), cwd: folder, file }, names);
  const { bucket, key } = s3Location(request.OutputDataConfig.S3OutputPath);
  const modelKey = path.posix.join(key, request.TrainingJobName, 'output', 'model.tar.gz');
  await s3.putObject(bucket, modelKey, await readFile(file));
  await rm(file);
  return `s3://${bucket}/${modelKey}`;
};
