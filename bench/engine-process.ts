import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { EngineAnswer, EngineGreeting, type EngineTask } from './engine-messages.ts';

/** An engine in a process of its own. */
export interface EngineProcess {
  readonly name: string;
  readonly greeting: EngineGreeting;
  measure(task: EngineTask): Promise<EngineAnswer>;
  stop(): void;
}

/** @param name - of `engineMakers` */
export const startEngine = async (name: string): Promise<EngineProcess> => {
  // Standard error away: tfjs greets there.
  const child = fork(path.join(import.meta.dirname, 'engine-child.ts'), [name], {
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  const next = async (): Promise<unknown> => {
    const asked = new AbortController();
    const { signal } = asked;
    try {
      const ended = once(child, 'exit', { signal }).then(() => {
        throw new Error(`The process of ${name} ended`);
      });
      const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
      return message;
    } finally {
      asked.abort();
    }
  };
  const greeting = EngineGreeting.parse(await next());
  return {
    name,
    greeting,
    measure: async (task) => {
      child.send(task);
      return EngineAnswer.parse(await next());
    },
    stop: () => void child.kill(),
  };
};
