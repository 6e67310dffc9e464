import { open, rename, rm } from 'node:fs/promises';

const bufferedCharacters = 65_536;

export interface LineFile {
  /** Takes one line, without its end. */
  readonly write: (line: string) => Promise<void>;
  /** Puts the file into its place. */
  readonly close: () => Promise<void>;
  /** Leaves nothing of it behind; after `close` it does nothing. */
  readonly abandon: () => Promise<void>;
}

/**
 * Opens a file of lines that is whole or not there: it is written beside its place, and moved when it is closed.
 *
 * @param file - its folder must be there
 * @throws whatever keeps it from being written, as `write` and `close` do
 */
export const openLineFile = async (file: string): Promise<LineFile> => {
  const part = `${file}.part`;
  const handle = await open(part, 'w');
  let buffered = '';
  let isOpen = true;
  const flush = async () => {
    const text = buffered;
    buffered = '';
    await handle.appendFile(text);
  };
  return {
    write: async (line) => {
      buffered += `${line}\n`;
      if (buffered.length >= bufferedCharacters) await flush();
    },
    close: async () => {
      await flush();
      isOpen = false;
      await handle.close();
      await rename(part, file);
    },
    abandon: async () => {
      if (isOpen) await handle.close();
      isOpen = false;
      await rm(part, { force: true });
    },
  };
};
