import type { StateMachine } from '../../lib/state-machine.ts';
import { type Execution, executionArn } from './execution.ts';
import type { MapProgress } from './map-progress.ts';
import { runMap } from './run-map.ts';
import { runTask, type Surroundings } from './run-task.ts';
import { StateError } from './state-error.ts';
import { checkedSize } from './state-size.ts';

export interface ExecutionRun {
  readonly definition: StateMachine;
  readonly stateMachineArn: string;
  readonly execution: Execution;
  readonly surroundings: Surroundings;
  readonly progressOf: (label: string) => MapProgress;
  /** Told before each state, with its input. */
  readonly onState: (state: string, input: unknown) => void;
}

const contextOf = ({ execution, stateMachineArn }: ExecutionRun, state: string): object => ({
  Execution: {
    Id: executionArn(execution),
    Input: JSON.parse(execution.input),
    Name: execution.name,
    StartTime: new Date(execution.startedAt).toISOString(),
  },
  State: { Name: state, EnteredTime: new Date().toISOString() },
  StateMachine: {
    Id: stateMachineArn,
    Name: execution.stateMachine,
  },
});

/**
 * Runs an execution from the state that it stands at to its end.
 *
 * @returns its output, as JSON
 * @throws {StateError} what it failed with
 */
export const runExecution = async (run: ExecutionRun): Promise<string> => {
  const { definition, execution, surroundings } = run;
  let name: string | undefined = execution.at?.state ?? definition.StartAt;
  let input: unknown = execution.at?.input ?? JSON.parse(execution.input);
  while (name !== undefined) {
    surroundings.throwIfEnded();
    const state: StateMachine['States'][string] | undefined = definition.States[name];
    if (state === undefined) throw new StateError('States.Runtime', `There is no state ${name}.`);
    run.onState(name, input);
    const states = { input, context: contextOf(run, name) };
    input =
      state.Type === 'Task'
        ? await runTask(state, states, surroundings)
        : await runMap(state, states, { surroundings, progress: run.progressOf(state.Label) });
    name = state.Next;
  }
  return checkedSize(input);
};
