export interface Progress {
  /** Begins a step; its line stays. */
  step(title: string): void;
  /** How far the step is; drawn in place on a terminal, now and then otherwise. */
  tick(done: number, total: number, unit: string): void;
  /** A line that stays. */
  note(line: string): void;
  /** Ends the step with what it came to. */
  done(result: string): void;
}

const barWidth = 24;
const quietEveryMs = 5_000;
/** Before that the speed is not known well enough to promise anything. */
const leastMeasuredMs = 3_000;

const leftText = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
};

/**
 * Progress of a long command, for people: on stderr, so that stdout holds results only.
 *
 * @param now - the time in milliseconds, to show how long a step took
 */
export const makeProgress = (stream: NodeJS.WriteStream, now: () => number): Progress => {
  let startedAt = now();
  let lastDrawnAt = 0;
  /** Where the step stood when it was first told of: a step may go on where an earlier run left off. */
  let first: { readonly at: number; readonly done: number } | undefined;
  const inPlace = stream.isTTY === true;
  const wipe = () => {
    if (inPlace) stream.write('\r\u001B[2K');
  };
  return {
    step(title) {
      startedAt = now();
      lastDrawnAt = startedAt;
      first = undefined;
      stream.write(`\n● ${title}\n`);
    },
    tick(done, total, unit) {
      const at = now();
      first ??= { at, done };
      if (at - lastDrawnAt < (inPlace ? 80 : quietEveryMs)) return;
      lastDrawnAt = at;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      const isMeasured = at - first.at >= leastMeasuredMs && done > first.done && done < total;
      const left = isMeasured ? ((at - first.at) * (total - done)) / (done - first.done) : undefined;
      const counted = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}`;
      const line = `  ${bar} ${counted}${left === undefined ? '' : `, ${leftText(left)}`}`;
      stream.write(inPlace ? `\r\u001B[2K${line}` : `${line}\n`);
    },
    note(line) {
      wipe();
      stream.write(`  ${line}\n`);
    },
    done(result) {
      wipe();
      stream.write(`  ${result} (${((now() - startedAt) / 1000).toFixed(1)} s)\n`);
    },
  };
};
