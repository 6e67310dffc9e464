import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { repositoryRoot } from '../repository-root.ts';

export interface ContainerProcessSettings {
  /** Program and arguments; `node` stands for the Node.js that runs this. */
  readonly command: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly onLine: (line: string) => void;
}

export interface ContainerProcess {
  /** Absent when it could not be started. */
  readonly processId: number | undefined;
  /** The exit code; 128 + n when signal n ended it, as a container reports it. */
  readonly exitCode: Promise<number>;
  /** Asks it to end, and ends it after the grace period. */
  stop(graceMs: number): void;
  kill(): void;
}

const signalNumbers: Readonly<Record<string, number>> = { SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs the container's entry point as a child process.
 *
 * It leads a process group of its own, so that a Ctrl-C meant for the local AWS does not look like a failed
 * training; and it ends itself when this process does, however that happens.
 */
export const startContainerProcess = (settings: ContainerProcessSettings): ContainerProcess => {
  const [program = 'node', ...args] = settings.command;
  const watched = ['--import', new URL('./die-with-parent.ts', import.meta.url).href, ...args];
  const child = spawn(program === 'node' ? process.execPath : program, program === 'node' ? watched : args, {
    cwd: repositoryRoot,
    env: { ...settings.variables },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const log = createWriteStream(settings.logFile, { flags: 'a' });
  const follow = (stream: NodeJS.ReadableStream | null): void => {
    if (stream === null) return;
    stream.pipe(log as Writable, { end: false });
    createInterface({ input: stream }).on('line', settings.onLine);
  };
  follow(child.stdout);
  follow(child.stderr);

  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
    } catch {
      // Already gone.
    }
  };
  let grace: NodeJS.Timeout | undefined;

  return {
    processId: child.pid,
    exitCode: new Promise((resolve) => {
      const end = (code: number): void => {
        clearTimeout(grace);
        log.end(() => resolve(code));
      };
      child.once('error', (cause) => {
        log.write(`${cause.message}\n`);
        end(127);
      });
      child.once('close', (code, name) => end(code ?? 128 + (signalNumbers[name ?? ''] ?? 0)));
    }),
    stop: (graceMs) => {
      signal('SIGTERM');
      grace ??= setTimeout(() => signal('SIGKILL'), graceMs);
    },
    kill: () => signal('SIGKILL'),
  };
};
