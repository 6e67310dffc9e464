import { spawn } from 'node:child_process';

const entry = new URL('../../../ml/container/start.ts', import.meta.url).pathname;

export interface ContainerOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ContainerRun {
  /** Of the /opt/ml-shaped folder. */
  readonly root: string;
  /** SIGTERM once the output holds it. */
  readonly stopAfter?: string;
  /** @default 'train' */
  readonly argument?: string;
}

/** Runs the container's entry point as SageMaker does. */
export const runContainer = ({
  root,
  stopAfter,
  argument = 'train',
}: ContainerRun): Promise<ContainerOutcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, argument], { env: { ...process.env, ML_ROOT: root } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (stopAfter !== undefined && stdout.includes(stopAfter) && !child.killed) child.kill('SIGTERM');
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
