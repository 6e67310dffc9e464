/** One engine in a process of its own, named by the first argument and driven by messages: see engine-messages.ts. */
import { seededRandom } from '../ml/random/seeded-random.ts';
import { engineMakers } from './engine-makers.ts';
import { benchedShape, type EngineAnswer, EngineTask } from './engine-messages.ts';
import { medianOf } from './median.ts';

const name = process.argv[2] ?? '';

const normals = (count: number): Float32Array => {
  const random = seededRandom('bench');
  return Float32Array.from({ length: count }, () => random.normal());
};

const tell = (message: unknown) => process.send?.(message);

try {
  const engine = await engineMakers[name]?.();
  if (engine === undefined) throw new Error(`There is no engine ${name}`);
  process.on('message', async (message) => {
    const { kind, windows, repeats } = EngineTask.parse(message);
    const values = normals(windows * benchedShape.steps * benchedShape.features);
    const times: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const start = performance.now();
      await engine[kind]?.(values, windows);
      times.push(performance.now() - start);
    }
    const residentMb = process.memoryUsage.rss() / 2 ** 20;
    tell({ milliseconds: medianOf(times), residentMb } satisfies EngineAnswer);
  });
  tell({ ready: true, trains: engine.train !== undefined, reconstructs: engine.reconstruct !== undefined });
} catch (error) {
  const [firstLine] = String(error).split('\n');
  tell({ missing: firstLine });
}
