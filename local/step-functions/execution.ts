import { localAccountId, localRegion } from '../resource-names.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** Everything that is kept of one execution; times are epoch milliseconds. */
export interface Execution {
  readonly stateMachine: string;
  readonly name: string;
  /** JSON text. */
  readonly input: string;
  readonly status: ExecutionStatus;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  /** Each redrive gives it its whole time again. */
  readonly drivenAt: number;
  readonly redriveCount: number;
  /** Of the state that runs, or failed: its name and its input. A finished one has none. */
  readonly at?: { readonly state: string; readonly input: unknown };
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

const arn = (kind: string, rest: string): string =>
  `arn:aws:states:${localRegion}:${localAccountId}:${kind}:${rest}`;

export const executionArn = ({ stateMachine, name }: Pick<Execution, 'stateMachine' | 'name'>): string =>
  arn('execution', `${stateMachine}:${name}`);

export const mapRunArn = (
  { stateMachine, name }: Pick<Execution, 'stateMachine' | 'name'>,
  label: string,
): string => arn('mapRun', `${stateMachine}/${label}:${name}`);

/** Puts in only what is there, as AWS leaves absent members out. */
const present = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const seconds = (at: number | undefined): number | undefined => (at === undefined ? undefined : at / 1000);

export const isRedrivable = ({ status }: Execution): boolean =>
  status === 'FAILED' || status === 'TIMED_OUT' || status === 'ABORTED';

/** An execution as ListExecutions shows it. */
export const listedExecution = (execution: Execution, stateMachineArn: string): Record<string, unknown> =>
  present({
    executionArn: executionArn(execution),
    stateMachineArn,
    name: execution.name,
    status: execution.status,
    startDate: seconds(execution.startedAt),
    stopDate: seconds(execution.stoppedAt),
    redriveCount: execution.redriveCount,
    redriveDate: execution.redriveCount === 0 ? undefined : seconds(execution.drivenAt),
  });

/** An execution as DescribeExecution shows it. */
export const describedExecution = (execution: Execution, stateMachineArn: string): Record<string, unknown> =>
  present({
    ...listedExecution(execution, stateMachineArn),
    input: execution.input,
    inputDetails: { included: true },
    output: execution.output,
    outputDetails: execution.output === undefined ? undefined : { included: true },
    error: execution.error,
    cause: execution.cause,
    redriveStatus: isRedrivable(execution) ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
  });
