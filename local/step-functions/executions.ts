import { setTimeout as sleep } from 'node:timers/promises';
import type { StateMachine } from '../../lib/state-machine.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import { stateMachineArn } from '../resource-names.ts';
import type { Execution } from './execution.ts';
import { openExecutionStore } from './execution-store.ts';
import { type MapProgress, openMapProgress } from './map-progress.ts';
import { runExecution } from './run-execution.ts';
import type { Surroundings } from './run-task.ts';
import { StateError } from './state-error.ts';

export interface ExecutionsSettings {
  readonly folder: string;
  /** By name. */
  readonly machines: ReadonlyMap<string, StateMachine>;
  readonly reach: Pick<Surroundings, 'invoke' | 'readJson' | 'random'>;
  /** The longest wait before a retry; AWS waits as the definition says. */
  readonly maxWaitMs: number;
  readonly emit: EmitLocalEvent;
}

/** Executions of the local workflows: run here, kept on disk, taken up again after a restart. */
export interface Executions {
  find(stateMachine: string, name: string): Execution | undefined;
  all(): readonly Execution[];
  start(stateMachine: string, name: string, input: string): Execution;
  /** From the state that it failed in; maps go on with the children that have not succeeded. */
  redrive(execution: Execution): Execution;
  stop(execution: Execution, why: { error?: string | undefined; cause?: string | undefined }): Execution;
  /** Undefined when the map has not begun. */
  progressOf(execution: Execution, label: string): MapProgress | undefined;
  resume(): void;
  /** Resolves when no execution is under way. */
  settled(): Promise<void>;
  /** Leaves what runs to the next start. */
  close(): void;
}

interface Run {
  readonly ended: AbortController;
  readonly maps: Map<string, MapProgress>;
  readonly work: Promise<void>;
}

export const makeExecutions = (settings: ExecutionsSettings): Executions => {
  const { emit } = settings;
  const store = openExecutionStore(settings.folder);
  const runs = new Map<string, Run>();
  const keyOf = ({ stateMachine, name }: Execution) => `${stateMachine}:${name}`;
  const told = (execution: Execution): Execution => {
    store.save(execution);
    const { stateMachine, name, status } = execution;
    emit({
      kind: 'execution-state',
      stateMachine,
      name,
      status,
      ...(execution.error !== undefined && { error: execution.error }),
    });
    return execution;
  };
  /** The execution as it stands now; what another call has ended is left alone. */
  const change = (execution: Execution, changes: Partial<Execution>): void => {
    const now = store.find(execution.stateMachine, execution.name);
    if (now?.status === 'RUNNING') told({ ...now, ...changes });
  };

  const surroundingsOf = ({ signal }: AbortController): Surroundings => ({
    ...settings.reach,
    throwIfEnded: () => signal.throwIfAborted(),
    wait: (seconds) => sleep(Math.min(seconds * 1000, settings.maxWaitMs), undefined, { signal }),
  });

  const progressIn = (execution: Execution, maps: Map<string, MapProgress>) => (label: string) => {
    const progress = maps.get(label) ?? openMapProgress(store.folderOf(execution), label);
    maps.set(label, progress);
    return progress;
  };

  const drive = async (execution: Execution, run: Omit<Run, 'work'>): Promise<void> => {
    const definition = settings.machines.get(execution.stateMachine);
    const { ended, maps } = run;
    let timer: NodeJS.Timeout | undefined;
    try {
      if (definition === undefined)
        throw new StateError('States.Runtime', 'There is no such workflow any more.');
      const leftMs = execution.drivenAt + definition.TimeoutSeconds * 1000 - Date.now();
      timer = setTimeout(() => ended.abort('timed-out'), Math.max(0, leftMs));
      const whenEnded = new Promise<never>((_, reject) => {
        ended.signal.addEventListener('abort', () => reject(ended.signal.reason), { once: true });
      });
      const output = await Promise.race([
        whenEnded,
        runExecution({
          definition,
          stateMachineArn: stateMachineArn(execution.stateMachine),
          execution,
          surroundings: surroundingsOf(ended),
          progressOf: progressIn(execution, maps),
          onState: (state, input) => change(execution, { at: { state, input } }),
        }),
      ]);
      change(execution, { status: 'SUCCEEDED', stoppedAt: Date.now(), output });
    } catch (failure) {
      const stoppedAt = Date.now();
      if (failure instanceof StateError) {
        change(execution, { status: 'FAILED', stoppedAt, error: failure.error, cause: failure.reason });
      } else if (failure === 'timed-out') {
        change(execution, { status: 'TIMED_OUT', stoppedAt, error: 'States.Timeout' });
      } else if (!ended.signal.aborted) {
        const cause = failure instanceof Error ? failure.message : String(failure);
        change(execution, { status: 'FAILED', stoppedAt, error: 'States.Runtime', cause });
      }
    } finally {
      clearTimeout(timer);
    }
  };

  const run = (execution: Execution): void => {
    const started = { ended: new AbortController(), maps: new Map<string, MapProgress>() };
    const key = keyOf(execution);
    const work = drive(execution, started).finally(() => {
      const isStillThis = runs.get(key)?.ended === started.ended;
      // Kept for DescribeMapRun, without its promise.
      if (isStillThis) runs.set(key, { ...started, work: Promise.resolve() });
    });
    runs.set(key, { ...started, work });
  };

  return {
    find: store.find,
    all: store.all,
    start: (stateMachine, name, input) => {
      const startedAt = Date.now();
      const status = 'RUNNING';
      const facts = { stateMachine, name, input, status, startedAt, drivenAt: startedAt } as const;
      const execution = told({ ...facts, redriveCount: 0 });
      run(execution);
      return execution;
    },
    redrive: (execution) => {
      const { stoppedAt: _stopped, error: _error, cause: _cause, ...facts } = execution;
      const redriveCount = execution.redriveCount + 1;
      const again = told({ ...facts, status: 'RUNNING', drivenAt: Date.now(), redriveCount });
      run(again);
      return again;
    },
    stop: (execution, { error, cause }) => {
      change(execution, {
        status: 'ABORTED',
        stoppedAt: Date.now(),
        ...(error !== undefined && { error }),
        ...(cause !== undefined && { cause }),
      });
      runs.get(keyOf(execution))?.ended.abort('stopped');
      return store.find(execution.stateMachine, execution.name) ?? execution;
    },
    progressOf: (execution, label) => {
      const known = runs.get(keyOf(execution))?.maps.get(label);
      if (known !== undefined) return known;
      const kept = openMapProgress(store.folderOf(execution), label);
      return kept.items() === undefined ? undefined : kept;
    },
    resume: () => {
      for (const execution of store.all()) if (execution.status === 'RUNNING') run(execution);
    },
    settled: async () => {
      for (let before = -1; before !== runs.size; ) {
        before = runs.size;
        await Promise.all([...runs.values()].map(({ work }) => work));
      }
    },
    close: () => {
      for (const { ended } of runs.values()) ended.abort('closing');
    },
  };
};
