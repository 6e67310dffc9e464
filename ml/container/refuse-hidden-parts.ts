import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { TableError } from '../preprocessing/table-error.ts';
import type { TrainingFolders } from './training-folders.ts';

const Hosts = z.object({ hosts: z.array(z.string()) });
const Channels = z.record(z.string(), z.object({ S3DistributionType: z.string().optional() }));

const readConfig = async <Content>(
  path: string,
  schema: z.ZodType<Content>,
): Promise<Content | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : schema.parse(JSON.parse(text));
};

/**
 * Refuses a job whose parts are dealt out among several machines: each trains by itself, so all but its own share
 * of a dataset would be hidden from it, and nothing would show that.
 *
 * @param folders - SageMaker's own files lie beside the hyper-parameters; none are there outside SageMaker
 * @throws {TableError} naming the channel
 */
export const refuseHiddenParts = async ({ hyperparameters }: TrainingFolders): Promise<void> => {
  const config = dirname(hyperparameters);
  const machines = await readConfig(join(config, 'resourceconfig.json'), Hosts);
  if (machines === undefined || machines.hosts.length < 2) return;
  const channels = (await readConfig(join(config, 'inputdataconfig.json'), Channels)) ?? {};
  for (const [channel, { S3DistributionType }] of Object.entries(channels)) {
    if (S3DistributionType !== 'ShardedByS3Key') continue;
    throw new TableError(
      `The channel ${channel} is dealt out by key among ${machines.hosts.length} machines, so that each would train ` +
        'on a part of it: use FullyReplicated, or one instance.',
      { channel, machines: machines.hosts.length },
    );
  }
};
