export interface Progress {
  /** Begins a step; its line stays. */
  step(title: string): void;
  /** How far the step is; drawn in place on a terminal, now and then otherwise. */
  tick(done: number, total: number, unit: string): void;
  /** Ends the step with what it came to. */
  done(result: string): void;
}

const barWidth = 24;
const quietEveryMs = 5_000;

/**
 * Progress of a long command, for people: on stderr, so that stdout holds results only.
 *
 * @param now - the time in milliseconds, to show how long a step took
 */
export const makeProgress = (stream: NodeJS.WriteStream, now: () => number): Progress => {
  let startedAt = now();
  let lastDrawnAt = 0;
  const inPlace = stream.isTTY === true;
  const wipe = () => {
    if (inPlace) stream.write('\r\u001B[2K');
  };
  return {
    step(title) {
      startedAt = now();
      lastDrawnAt = startedAt;
      stream.write(`\n● ${title}\n`);
    },
    tick(done, total, unit) {
      const at = now();
      if (at - lastDrawnAt < (inPlace ? 80 : quietEveryMs)) return;
      lastDrawnAt = at;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      const line = `  ${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}`;
      stream.write(inPlace ? `\r\u001B[2K${line}` : `${line}\n`);
    },
    done(result) {
      wipe();
      stream.write(`  ${result} (${((now() - startedAt) / 1000).toFixed(1)} s)\n`);
    },
  };
};
