import type { ConditionalObjects } from '../../../lambdas/shared/ports/conditional-objects.ts';
import type { TrainingClaims } from '../../../lambdas/shared/ports/training-claims.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

/**
 * What can befall a call. `late`: it hangs on its way; `repeated`: its answer was lost and the client, some time
 * later, asked again.
 */
const mishaps = [
  'failed-before',
  'failed-after',
  'killed-before',
  'killed-after',
  'late',
  'repeated',
] as const;
type Mishap = 'none' | (typeof mishaps)[number];

/** Turns that others take while a call hangs. */
const longestDelay = 60;

/** The stores as one process sees them; once it is killed, no call of its ever answers. */
export interface Process {
  readonly objects: ConditionalObjects;
  readonly claims: TrainingClaims;
  /** Resolves when it is killed. */
  readonly killed: Promise<void>;
}

export interface ShakenStores {
  /** @param mishapShare - of calls, 0–1 */
  process(mishapShare: number): Process;
  /** Waits for its turn, as every call does. */
  turn(): Promise<void>;
  /** Lets waiting calls happen one at a time, in an order of chance, until none is left. */
  run(): Promise<void>;
  readonly calls: () => number;
}

const never = () => new Promise<never>(() => {});

/** Stores in memory whose calls, of any number of processes, interleave and fail by chance. */
export const shakenStores = (
  stores: { readonly objects: ConditionalObjects; readonly claims: TrainingClaims },
  seed: number,
): ShakenStores => {
  const random = seededRandom(seed);
  const waiting: (() => void)[] = [];
  let calls = 0;
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));

  const process = (mishapShare: number): Process => {
    let dead = false;
    const { promise: killed, resolve: kill } = Promise.withResolvers<void>();
    const choose = (): Mishap =>
      random.next() < mishapShare ? mishaps[random.int(mishaps.length)]! : 'none';
    const delay = async () => {
      for (let turns = random.int(longestDelay); turns > 0; turns--) await turn();
    };
    const die = () => {
      dead = true;
      kill();
      return never();
    };
    const call = async (work: () => Promise<unknown>): Promise<unknown> => {
      if (dead) return never();
      const mishap = choose();
      await turn();
      if (mishap === 'late') await delay();
      if (dead) return never();
      calls += 1;
      if (mishap === 'failed-before') throw new Error('injected: refused');
      if (mishap === 'killed-before') return die();
      let result = await work();
      if (mishap === 'failed-after') throw new Error('injected: answer lost');
      if (mishap === 'killed-after') return die();
      if (mishap === 'repeated') {
        await delay();
        result = await work();
      }
      await turn();
      return dead ? never() : result;
    };
    const shaken = <Store extends object>(store: Store): Store =>
      new Proxy(store, {
        get: (target, name) => {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          if (name !== 'list' && name !== 'stream') {
            return (...args: unknown[]) => call(async () => Reflect.apply(method, target, args));
          }
          return async function* (...args: unknown[]) {
            // A listing of nothing is a call too.
            await call(async () => undefined);
            for await (const item of Reflect.apply(method, target, args)) {
              yield call(async () => item);
            }
          };
        },
      });
    return { objects: shaken(stores.objects), claims: shaken(stores.claims), killed };
  };

  return {
    process,
    turn,
    calls: () => calls,
    run: async () => {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        const [next] = waiting.splice(random.int(Math.max(waiting.length, 1)), 1);
        if (next === undefined) return;
        next();
      }
    },
  };
};
