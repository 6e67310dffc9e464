import { spawnWellcast } from './spawn-wellcast.ts';

/**
 * `wellcast local` in a process of its own, to be killed with all that it started.
 *
 * @param folder - what it holds, found again by the next one that is started on it
 */
export const startKillableWellcast = async (folder: string) => {
  const run = spawnWellcast(['local', '--no-demo', '--port', '0', '--data-dir', folder]);
  const [, endpoint] = await run.line(/^ready (\S+) api \S+$/m);
  const client = {
    endpoint: endpoint!,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  };
  const kill = async () => {
    process.kill(-run.child.pid!, 'SIGKILL');
    await run.ended;
  };
  return { client, kill };
};
export type KillableWellcast = Awaited<ReturnType<typeof startKillableWellcast>>;
