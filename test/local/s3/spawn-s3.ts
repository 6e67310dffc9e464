import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';

export interface SpawnedS3 {
  readonly endpoint: string;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
}

/** A local S3 on a folder, in a process of its own. */
export const spawnS3 = async (folder: string): Promise<SpawnedS3> => {
  const script = path.join(import.meta.dirname, 's3-process.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [endpoint] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    endpoint,
    kill: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
};
