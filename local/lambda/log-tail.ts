const tailBytes = 4096;

/** Keeps the last 4 KB of what is added, as `LogType: Tail` returns them. */
export interface LogTail {
  add(text: string): void;
  text(): string;
}

export const makeLogTail = (): LogTail => {
  let kept = Buffer.alloc(0);
  return {
    add: (text) => {
      kept = Buffer.concat([kept, Buffer.from(text)]).subarray(-tailBytes);
    },
    text: () => kept.toString('utf8'),
  };
};
