import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { StateMachine } from '../../lib/state-machine.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { makeAwsJsonService } from '../protocol/aws-json-service.ts';
import { stateMachineArn } from '../resource-names.ts';
import type { LocalService } from '../service.ts';
import {
  describedExecution,
  type Execution,
  executionArn,
  isRedrivable,
  listedExecution,
  mapRunArn,
} from './execution.ts';
import type { Executions } from './executions.ts';
import {
  ExecutionInput,
  ListExecutionsInput,
  MapRunInput,
  StartExecutionInput,
  StopExecutionInput,
} from './step-functions-inputs.ts';

const inputLimitBytes = 256 * 1024;
const defaultPage = 100;

/** Step Functions names the refused member in the error's code. */
const codes: Readonly<Record<string, string>> = { name: 'InvalidName', input: 'InvalidExecutionInput' };

const parse = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const member = String(path[0] ?? '');
  const code = codes[member] ?? (member.endsWith('Arn') ? 'InvalidArn' : 'ValidationException');
  throw new AwsError(code, `${message}: '${member}'`);
};

const isObject = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Step Functions: executions of the catalogue's Standard workflows. */
export const makeStepFunctionsService = (
  executions: Executions,
  machines: ReadonlyMap<string, StateMachine>,
): LocalService => {
  const machineOf = (arn: string): string => {
    const name = arn.split(':')[6] ?? '';
    if (machines.has(name)) return name;
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  };
  const findExecution = (arn: string): Execution => {
    const [stateMachine = '', name = ''] = arn.split(':').slice(6);
    const execution = executions.find(stateMachine, name);
    if (execution !== undefined) return execution;
    throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  };
  const arnOf = ({ stateMachine }: Execution) => stateMachineArn(stateMachine);
  const started = (execution: Execution) => ({
    executionArn: executionArn(execution),
    startDate: execution.startedAt / 1000,
  });
  const labelsOf = ({ stateMachine }: Execution): readonly string[] =>
    Object.values(machines.get(stateMachine)?.States ?? {}).flatMap((state) =>
      state.Type === 'Map' ? [state.Label] : [],
    );

  const start = (input: unknown) => {
    const { stateMachineArn: arn, name = randomUUID(), input: text } = parse(StartExecutionInput, input);
    const machine = machineOf(arn);
    if (!isObject(text)) throw new AwsError('InvalidExecutionInput', 'Invalid State Machine Execution Input');
    if (Buffer.byteLength(text) > inputLimitBytes)
      throw new AwsError('ValidationException', "'input' is over 262144 bytes.");
    const known = executions.find(machine, name);
    if (known === undefined) return started(executions.start(machine, name, text));
    if (known.status === 'RUNNING' && known.input === text) return started(known);
    throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn(known)}'`);
  };

  const list = (input: unknown) => {
    const request = parse(ListExecutionsInput, input);
    const machine = machineOf(request.stateMachineArn);
    const all = executions
      .all()
      .filter(({ stateMachine }) => stateMachine === machine)
      .filter(({ status }) => request.statusFilter === undefined || status === request.statusFilter)
      .sort((a, b) => b.startedAt - a.startedAt);
    const from = Number(request.nextToken ?? 0);
    const to = from + (request.maxResults || defaultPage);
    return {
      executions: all.slice(from, to).map((one) => listedExecution(one, arnOf(one))),
      ...(to < all.length ? { nextToken: String(to) } : {}),
    };
  };

  const redrive = (input: unknown) => {
    const execution = findExecution(parse(ExecutionInput, input).executionArn);
    if (!isRedrivable(execution)) {
      const message = `Execution is ${execution.status} and cannot be redriven`;
      throw new AwsError('ExecutionNotRedrivable', message);
    }
    return { redriveDate: executions.redrive(execution).drivenAt / 1000 };
  };

  const describeMapRun = (input: unknown) => {
    const { mapRunArn: arn } = parse(MapRunInput, input);
    const [machineAndLabel = '', name = ''] = arn.split(':').slice(6);
    const [machine = '', label = ''] = machineAndLabel.split('/');
    const execution = executions.find(machine, name);
    const counts = execution && executions.progressOf(execution, label)?.counts();
    if (execution === undefined || counts === undefined)
      throw new AwsError('ResourceNotFound', `Map Run Does Not Exist: '${arn}'`);
    const state = Object.values(machines.get(machine)?.States ?? {}).find(
      (one) => one.Type === 'Map' && one.Label === label,
    );
    const isOver = counts.succeeded + counts.failed === counts.total;
    const isRunning = !isOver && execution.status === 'RUNNING';
    const itemCounts = { ...counts, timedOut: 0, aborted: 0, resultsWritten: 0 };
    return {
      mapRunArn: arn,
      executionArn: executionArn(execution),
      status: isRunning ? 'RUNNING' : counts.failed > 0 || !isOver ? 'FAILED' : 'SUCCEEDED',
      startDate: execution.drivenAt / 1000,
      maxConcurrency: state?.Type === 'Map' ? state.MaxConcurrency : 0,
      toleratedFailurePercentage: state?.Type === 'Map' ? state.ToleratedFailurePercentage : 0,
      toleratedFailureCount: 0,
      itemCounts,
      executionCounts: itemCounts,
      redriveCount: execution.redriveCount,
    };
  };

  return makeAwsJsonService({
    signingNames: ['states'],
    targetPrefix: 'AWSStepFunctions',
    operations: {
      StartExecution: start,
      DescribeExecution: (input) => {
        const execution = findExecution(parse(ExecutionInput, input).executionArn);
        return describedExecution(execution, arnOf(execution));
      },
      ListExecutions: list,
      StopExecution: (input) => {
        const { executionArn: arn, ...why } = parse(StopExecutionInput, input);
        return { stopDate: (executions.stop(findExecution(arn), why).stoppedAt ?? Date.now()) / 1000 };
      },
      RedriveExecution: redrive,
      ListMapRuns: (input) => {
        const execution = findExecution(parse(ExecutionInput, input).executionArn);
        const begun = labelsOf(execution).filter((label) => executions.progressOf(execution, label));
        return {
          mapRuns: begun.map((label) => ({
            mapRunArn: mapRunArn(execution, label),
            executionArn: executionArn(execution),
            stateMachineArn: arnOf(execution),
            startDate: execution.startedAt / 1000,
          })),
        };
      },
      DescribeMapRun: describeMapRun,
    },
    close: async () => executions.close(),
  });
};
