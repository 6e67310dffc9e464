import { vi } from 'vitest';

/** Keeps everything that is written to the standard streams until `release()`. */
export const captureOutput = () => {
  const chunks: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return true;
    }),
  );
  return {
    text: () => chunks.join(''),
    release: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
