import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Execution } from './execution.ts';

/** Executions, each in a folder of its own that also holds the progress of its maps. */
export interface ExecutionStore {
  folderOf(execution: Pick<Execution, 'stateMachine' | 'name'>): string;
  find(stateMachine: string, name: string): Execution | undefined;
  all(): readonly Execution[];
  save(execution: Execution): void;
}

const fileName = 'execution.json';

/** @param folder - created when absent; executions of earlier processes are read from it */
export const openExecutionStore = (folder: string): ExecutionStore => {
  mkdirSync(folder, { recursive: true });
  const executions = new Map<string, Execution>();
  const keyOf = ({ stateMachine, name }: Pick<Execution, 'stateMachine' | 'name'>) =>
    `${stateMachine}/${encodeURIComponent(name)}`;
  const folderOf = (execution: Pick<Execution, 'stateMachine' | 'name'>) =>
    path.join(folder, keyOf(execution));

  for (const machine of readdirSync(folder)) {
    for (const name of readdirSync(path.join(folder, machine))) {
      try {
        const text = readFileSync(path.join(folder, machine, name, fileName), 'utf8');
        const execution: Execution = JSON.parse(text);
        executions.set(keyOf(execution), execution);
      } catch {
        // Killed before the first save: as if the execution had never been accepted.
      }
    }
  }

  return {
    folderOf,
    find: (stateMachine, name) => executions.get(keyOf({ stateMachine, name })),
    all: () => [...executions.values()],
    // Synchronous, so that no two changes of one execution can be written in the wrong order.
    save: (execution) => {
      const home = folderOf(execution);
      mkdirSync(home, { recursive: true });
      writeFileSync(path.join(home, `${fileName}.draft`), JSON.stringify(execution));
      renameSync(path.join(home, `${fileName}.draft`), path.join(home, fileName));
      executions.set(keyOf(execution), execution);
    },
  };
};
