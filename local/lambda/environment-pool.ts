import type { Environment, InvocationEvent, InvocationOutcome } from './environment.ts';
import type { EnvironmentBudget } from './environment-budget.ts';

export interface EnvironmentPool {
  /** Runs one event in a free environment, or waits its turn. */
  invoke(event: InvocationEvent): Promise<InvocationOutcome>;
  close(): Promise<void>;
}

/**
 * The environments of one function: started when first needed, kept when idle, replaced when dead.
 *
 * AWS would start another environment for each event that finds none free; here at most `size` run, and further
 * events wait first come, first served: a laptop has only so many cores. A function that invokes itself and waits
 * for the answer can therefore come to a standstill here, where AWS would let it run.
 *
 * @param start - starts one environment
 * @param limits - `size`: how many may run at once, ≥ 1; `budget`: shared with the other functions
 */
export const makeEnvironmentPool = (
  start: () => Environment,
  limits: { readonly size: number; readonly budget: EnvironmentBudget },
): EnvironmentPool => {
  const { size, budget } = limits;
  const all = new Set<Environment>();
  const idle: Environment[] = [];
  const waiting: PromiseWithResolvers<Environment>[] = [];
  let closed = false;

  const startOne = (): Environment => {
    const environment = start();
    all.add(environment);
    budget.add(environment);
    return environment;
  };

  const acquire = async (): Promise<Environment> => {
    if (closed) throw new Error('The local Lambda is closing.');
    for (let free = idle.pop(); free !== undefined; free = idle.pop()) {
      budget.markBusy(free);
      if (!free.isDead) return free;
      all.delete(free);
    }
    if (all.size < size) return startOne();
    const turn = Promise.withResolvers<Environment>();
    waiting.push(turn);
    return turn.promise;
  };

  const release = (environment: Environment): void => {
    if (environment.isDead) all.delete(environment);
    const next = closed ? undefined : waiting.shift();
    if (next !== undefined) next.resolve(environment.isDead ? startOne() : environment);
    else if (!environment.isDead) {
      idle.push(environment);
      budget.markIdle(environment);
    }
  };

  return {
    invoke: async (event) => {
      const environment = await acquire();
      try {
        return await environment.invoke(event);
      } finally {
        release(environment);
      }
    },
    close: async () => {
      closed = true;
      for (const turn of waiting.splice(0)) turn.reject(new Error('The local Lambda is closing.'));
      await Promise.all([...all].map((environment) => environment.close()));
    },
  };
};
