import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

export const repositoryRoot = path.resolve(import.meta.dirname, '../..');

export interface RunningWellcast {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  stdout(): string;
  stderr(): string;
  /** Settles with the first stdout line that matches. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  readonly ended: Promise<{
    code: number | null;
    signal: NodeJS.Signals | null;
    stdout: string;
    stderr: string;
  }>;
}

/** Starts the command line as a person would, in a process group of its own. */
export const spawnWellcast = (
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): RunningWellcast => {
  const child = spawn(process.execPath, [path.join(repositoryRoot, 'bin/wellcast.js'), ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{
    code: number | null;
    signal: NodeJS.Signals | null;
    stdout: string;
    stderr: string;
  }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const line = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = stdout.match(pattern);
        if (match) {
          waiting.delete(look);
          resolve(match);
        }
      };
      waiting.add(look);
      look();
      ended.then((end) => reject(new Error(`ended with ${end.code ?? end.signal} first: ${end.stderr}`)));
    });
  return { child, stdout: () => stdout, stderr: () => stderr, line, ended };
};
