import * as z from 'zod';
import { callFunction } from '../cli/call-function.ts';

export interface CompactOptions {
  readonly function: string;
  readonly domain?: string;
  readonly month?: string;
  readonly json: boolean;
}

const Compacted = z.object({
  body: z.object({ months: z.number(), partsFolded: z.number(), unfinished: z.number() }),
});

/** Folds parts into their files now rather than at the next full hour. */
export const compactTrainingLines = async (options: CompactOptions): Promise<void> => {
  const { domain, month } = options;
  const request = { ...(domain !== undefined && { domain }), ...(month !== undefined && { month }) };
  const { answer, failed } = await callFunction(options.function, JSON.stringify(request));
  const compacted = Compacted.safeParse(answer);
  if (failed || !compacted.success) throw new Error(`${options.function} answered ${JSON.stringify(answer)}`);
  const { months, partsFolded, unfinished } = compacted.data.body;
  process.stdout.write(
    options.json
      ? `${JSON.stringify(compacted.data.body)}\n`
      : `${partsFolded.toLocaleString('en')} parts of ${months} months folded, ${unfinished} months left undone\n`,
  );
  if (unfinished > 0) process.exitCode = 1;
};
