import { readFile } from 'node:fs/promises';
import { callFunction } from '../cli/call-function.ts';
import { UsageError } from '../cli/usage-error.ts';

const fullName = (name: string, prefix: string) => (name.includes('-') ? name : `${prefix}-${name}`);

const readPayload = async (given: string | undefined): Promise<string> => {
  if (given === undefined) return '{}';
  const text = given.trimStart().startsWith('{')
    ? given
    : await readFile(given, 'utf8').catch(() => {
        throw new UsageError(`--payload is neither JSON nor a file that can be read: ${given}`);
      });
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (cause) {
    throw new UsageError(`--payload is not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
};

export interface InvokeOptions {
  readonly payload?: string;
  readonly prefix: string;
  readonly json: boolean;
}

/** Invokes a function and prints its answer; a refusal or a failure is exit code 1. */
export const invokeFunction = async (name: string, options: InvokeOptions): Promise<void> => {
  const payload = await readPayload(options.payload);
  const { answer, failed } = await callFunction(fullName(name, options.prefix), payload);
  process.stdout.write(`${JSON.stringify(answer, null, options.json ? 0 : 2)}\n`);
  if (failed) process.exitCode = 1;
};
