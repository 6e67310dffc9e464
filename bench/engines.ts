/**
 * LSTM engines side by side: rebuilding windows, and one step of training. Each engine has a process of its own, and
 * they take turns, so that what else the machine does slows all of them alike.
 */
import { engineMakers } from './engine-makers.ts';
import type { EngineTask } from './engine-messages.ts';
import { type EngineProcess, startEngine } from './engine-process.ts';
import { medianOf } from './median.ts';

/** Runs of about this long are timed together, so that waking a process counts for little. */
const turnMilliseconds = 60;
const batches = [1, 8, 32, 128];
const trainBatch = 32;
/** Turns of each engine; short runs take more of them, since a busy host slows some of them by half. */
const turns = { short: 25, long: 9 };
/** An engine slower than this a run gets one round. */
const slowMilliseconds = 2500;

type Medians = ReadonlyMap<string, number>;

/** Median of every engine that can do it, taken in turns. */
const inTurns = async (
  engines: readonly EngineProcess[],
  task: Omit<EngineTask, 'repeats'>,
): Promise<Medians> => {
  const able = engines.filter(
    ({ greeting }) =>
      'ready' in greeting && (task.kind === 'train' ? greeting.trains : greeting.reconstructs),
  );
  const plans = new Map<EngineProcess, { repeats: number; turns: number; times: number[] }>();
  for (const engine of able) {
    // The first run warms up; the second says how many make a turn.
    const { milliseconds: first } = await engine.measure({ ...task, repeats: 1 });
    if (first > slowMilliseconds) {
      plans.set(engine, { repeats: 0, turns: 0, times: [first] });
      continue;
    }
    await engine.measure({ ...task, repeats: Math.ceil(300 / first) });
    const { milliseconds } = await engine.measure({ ...task, repeats: 1 });
    const repeats = Math.ceil(turnMilliseconds / milliseconds);
    plans.set(engine, { repeats, turns: repeats > 1 ? turns.short : turns.long, times: [] });
  }
  for (let turn = 0; turn < turns.short; turn += 1) {
    for (const [engine, { repeats, turns: own, times }] of plans) {
      if (turn < own) times.push((await engine.measure({ ...task, repeats })).milliseconds);
    }
  }
  return new Map([...plans].map(([{ name }, { times }]) => [name, medianOf(times)]));
};

const cell = (milliseconds: number | undefined): string =>
  (milliseconds === undefined ? '–' : milliseconds.toFixed(milliseconds < 10 ? 2 : 0)).padStart(9);

const ratio = (medians: Medians | undefined, slow: string, fast: string): string => {
  const [a, b] = [medians?.get(slow), medians?.get(fast)];
  return a === undefined || b === undefined ? 'not measured' : `${(a / b).toFixed(2)}×`;
};

/** Prints a table of medians, and the ratios that the project promises. */
export const benchEngines = async (): Promise<void> => {
  const engines: EngineProcess[] = [];
  try {
    for (const name of Object.keys(engineMakers)) engines.push(await startEngine(name));
    const byBatch = new Map<number, Medians>();
    const memory = new Map<string, number>();
    for (const windows of batches)
      byBatch.set(windows, await inTurns(engines, { kind: 'reconstruct', windows }));
    for (const { name, greeting, measure } of engines) {
      if (!('ready' in greeting) || !greeting.reconstructs) continue;
      memory.set(name, (await measure({ kind: 'reconstruct', windows: 1, repeats: 1 })).residentMb);
    }
    const training = await inTurns(engines, { kind: 'train', windows: trainBatch });

    process.stdout.write(
      '\nLSTM autoencoder 60 × 7, 128 → 64 → 32 → 64 → 128: median ms, engines in turns, one thread\n',
    );
    const heads = [...batches.map((windows) => `${windows} win.`), `train ${trainBatch}`, 'MB'];
    process.stdout.write(`  ${'engine'.padEnd(22)}${heads.map((head) => head.padStart(9)).join('')}\n`);
    for (const { name, greeting } of engines) {
      if ('missing' in greeting) {
        process.stdout.write(`  ${name.padEnd(22)} not measured: ${greeting.missing}\n`);
        continue;
      }
      const cells = [
        ...batches.map((windows) => byBatch.get(windows)?.get(name)),
        training.get(name),
        memory.get(name),
      ];
      process.stdout.write(`  ${name.padEnd(22)}${cells.map(cell).join('')}\n`);
    }
    if (engines.some(({ name, greeting }) => name === 'onnxruntime' && 'missing' in greeting)) {
      process.stdout.write('  For onnxruntime: npm ci --prefix bench\n');
    }
    const lines = [
      ['1 window, tfjs wasm ÷ fused (promised ≥ 20)', ratio(byBatch.get(1), 'tfjs wasm', 'fused')],
      ['1 window, fused ÷ onnxruntime (promised ≤ 1.3)', ratio(byBatch.get(1), 'fused', 'onnxruntime')],
      ['1 window, rounded twice', ratio(byBatch.get(1), 'fused, rounded twice', 'onnxruntime')],
      ['32 windows, tfjs wasm ÷ fused (promised ≥ 4)', ratio(byBatch.get(32), 'tfjs wasm', 'fused')],
      [
        'training step, tfjs wasm ÷ fused, rounded twice as it trains (promised ≥ 8)',
        ratio(training, 'tfjs wasm', 'fused, rounded twice'),
      ],
    ];
    for (const [what, figure] of lines) process.stdout.write(`  ${what}: ${figure}\n`);
  } finally {
    for (const engine of engines) engine.stop();
  }
};
