import type { Environment } from './environment.ts';

/** How many environments all functions together keep, so that a laptop has memory left for other things. */
export interface EnvironmentBudget {
  /** Counts a new environment; when there are too many, ends those that have been idle longest. */
  add(environment: Environment): void;
  markIdle(environment: Environment): void;
  markBusy(environment: Environment): void;
}

/** @param limit - environments kept, idle ones included; busy ones are never ended, so there can be more */
export const makeEnvironmentBudget = (limit: number): EnvironmentBudget => {
  const alive = new Set<Environment>();
  /** Oldest first. */
  const idle = new Set<Environment>();

  const forgetDead = (): void => {
    for (const environment of alive) {
      if (!environment.isDead) continue;
      alive.delete(environment);
      idle.delete(environment);
    }
  };

  return {
    add: (environment) => {
      forgetDead();
      alive.add(environment);
      for (const oldest of idle) {
        if (alive.size <= limit) break;
        idle.delete(oldest);
        alive.delete(oldest);
        void oldest.close();
      }
    },
    markIdle: (environment) => idle.add(environment),
    markBusy: (environment) => idle.delete(environment),
  };
};
