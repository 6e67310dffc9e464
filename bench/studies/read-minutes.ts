import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Minutes } from './resting-heart-rate.ts';

const msPerMinute = 60_000;

async function* cells(file: string): AsyncGenerator<readonly [number, number], void, undefined> {
  const rows: AsyncIterable<string[]> = createReadStream(file).pipe(parse({ from_line: 2 }));
  for await (const [time = '', value = ''] of rows) yield [Date.parse(`${time}Z`), Number(value)];
}

/**
 * Joins a person's heart rate with the steps of the same instants, and averages over minutes.
 *
 * @param rateFile - CSV of `datetime,heartrate`
 * @param stepsFile - CSV of `datetime,steps`
 */
export const readMinutes = async (rateFile: string, stepsFile: string): Promise<Minutes> => {
  const stepsAt = new Map<number, number[]>();
  for await (const [at, steps] of cells(stepsFile)) {
    const same = stepsAt.get(at);
    if (same === undefined) stepsAt.set(at, [steps]);
    else same.push(steps);
  }
  const sums = new Map<number, { rate: number; steps: number; count: number }>();
  for await (const [at, rate] of cells(rateFile)) {
    for (const steps of stepsAt.get(at) ?? []) {
      const minute = Math.floor(at / msPerMinute);
      const sum = sums.get(minute) ?? { rate: 0, steps: 0, count: 0 };
      sums.set(minute, { rate: sum.rate + rate, steps: sum.steps + steps, count: sum.count + 1 });
    }
  }
  const inOrder = [...sums].sort(([a], [b]) => a - b);
  return {
    minutes: inOrder.map(([minute]) => minute),
    rates: inOrder.map(([, { rate, count }]) => rate / count),
    steps: inOrder.map(([, { steps, count }]) => steps / count),
  };
};
