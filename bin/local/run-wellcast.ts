import { spawn } from 'node:child_process';
import path from 'node:path';
import type { LocalAws } from '../../local/local-aws.ts';

const script = path.resolve(import.meta.dirname, '../wellcast.js');

/**
 * Runs another wellcast command as a process of its own, on the other core and against the local AWS; its progress
 * shows as if it were typed.
 *
 * @param args - with `--json`: what the command prints is read
 * @returns what it printed, as JSON
 * @throws {Error} when it does not end well
 */
export const runWellcast = async (
  args: readonly string[],
  { aws, signal }: { readonly aws: LocalAws; readonly signal: AbortSignal },
): Promise<unknown> => {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...aws.clientEnvironment },
    stdio: ['ignore', 'pipe', 'inherit'],
    signal,
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`wellcast ${args.slice(0, 2).join(' ')} ended with ${code}`);
  return JSON.parse(printed);
};
