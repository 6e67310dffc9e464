import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
let parent: ChildProcess;

/** Starts the process and waits until its training is busy; the training never leaves its main thread idle. */
const startTraining = async (...flags: string[]): Promise<number> => {
  const pidFile = path.join(folder, 'pid');
  const script = path.join(import.meta.dirname, 'start-and-train.ts');
  parent = spawn(process.execPath, [script, path.join(folder, 'data'), pidFile, ...flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (parent.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: parent.stdout })) if (line === 'training') break;
  return Number(await readFile(pidFile, 'utf8'));
};

/** A process that has ended but that nobody has asked after (`Z`) is not alive. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self/stat') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** Waits on the kernel's own list of processes: the training is no child of this one. */
const gone = async (pid: number): Promise<boolean> => {
  const deadline = Date.now() + 5000;
  while (isAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
  return !isAlive(pid);
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellcast-processes-'));
});

afterEach(async () => {
  parent.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

test('a training that is busy ends with the process that started it, even when that is killed', async () => {
  const pid = await startTraining();
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');

  expect(await gone(pid)).toBe(true);
});

test('close() ends the training and lets the process end by itself', async () => {
  const pid = await startTraining('--close');
  const exited = once(parent, 'exit');
  parent.stdin?.write('close\n');

  expect((await exited)[0]).toBe(0);
  expect(await gone(pid)).toBe(true);
  expect(existsSync(path.join(folder, 'data', 'lock'))).toBe(false);
});
