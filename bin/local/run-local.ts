import { Config } from '../../lib/config.ts';
import type { LocalAws } from '../../local/local-aws.ts';
import { startLocalAws } from '../../local/start-local-aws.ts';
import { UsageError } from '../cli/usage-error.ts';
import { readyDataDir } from './data-dir.ts';
import type { PopulationOptions } from './demo-data.ts';
import { runDemo } from './run-demo.ts';
import { stopSignal } from './stop-signal.ts';

export interface LocalOptions extends PopulationOptions {
  readonly demo: boolean;
  readonly once: boolean;
  readonly fresh: boolean;
  readonly json: boolean;
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
}

/** What the local AWS refuses because of how it was called, not because it failed. */
const usageCodes = new Set([
  'port-in-use',
  'port-unavailable',
  'folder-not-writable',
  'data-dir-in-use',
  'unsupported-setting',
]);

const start = async (options: LocalOptions): Promise<LocalAws> => {
  await readyDataDir(options.dataDir, options.fresh);
  try {
    return await startLocalAws({
      port: options.port,
      apiPort: options.port === 0 ? 0 : options.port + 1,
      dataDir: options.dataDir,
      // On a laptop no function works for longer than a minute on what it began before an erasure.
      config: Config.parse({ erasureSettleSeconds: 60 }),
      firesRates: true,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && usageCodes.has(String(error.code))) {
      throw new UsageError(error.message, { cause: error });
    }
    throw error;
  }
};

/**
 * Starts the local AWS, shows the pipeline at work unless told not to, and stays until it is stopped.
 *
 * @throws {UsageError} when a port is taken or the folder cannot be written
 */
export const runLocal = async (options: LocalOptions): Promise<void> => {
  const stop = stopSignal();
  const aws = await start(options);
  try {
    if (options.demo) await runDemo(aws, options, stop.signal);
    else {
      process.stderr.write(`dashboard ${aws.dashboard.address}\n`);
      process.stdout.write(`ready ${aws.endpoint} api ${aws.apiEndpoint}\n`);
    }
    if (options.once) return;
    if (options.demo) process.stderr.write('\nIt stays up for you to try things. Ctrl-C stops it.\n');
    await stop.stopped;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    await aws.close();
    stop.forget();
  }
};
