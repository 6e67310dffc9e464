import { appendFileSync } from 'node:fs';

/** Appends each event it gets to the file that RECORD_FILE names, one a line. */
export const handler = async (event: unknown): Promise<void> => {
  appendFileSync(process.env.RECORD_FILE ?? '', `${JSON.stringify(event)}\n`);
};
