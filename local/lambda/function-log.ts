import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';

/** What CloudWatch Logs would keep of one function, in one file. */
export interface FunctionLog {
  write(text: string): void;
  close(): Promise<void>;
}

/** @param folder - an existing folder; the file is made with the first line */
export const makeFunctionLog = (folder: string, functionName: string): FunctionLog => {
  let file: WriteStream | undefined;
  return {
    write: (text) => {
      file ??= createWriteStream(path.join(folder, `${functionName}.log`), { flags: 'a' });
      file.write(text);
    },
    close: () =>
      new Promise((resolve) => {
        if (file === undefined) resolve();
        else file.end(resolve);
      }),
  };
};
