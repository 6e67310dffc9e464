/**
 * The part of the Amazon States Language that the catalogue's workflows use, in its JSONata form. The local Step
 * Functions runs exactly this and refuses the rest, see local/step-functions/parse-definition.ts.
 */

/** Any JSON; texts of the form `{% … %}` are expressions. */
export type Template =
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [name: string]: Template };

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

interface Transition {
  readonly Comment?: string;
  readonly Next?: string;
  readonly End?: true;
}

export interface TaskState extends Transition {
  readonly Type: 'Task';
  readonly Resource: 'arn:aws:states:::lambda:invoke';
  readonly Arguments: { readonly FunctionName: string; readonly Payload: Template };
  readonly Output?: Template;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly Retrier[];
}

export interface MapState extends Transition {
  readonly Type: 'Map';
  readonly Label: string;
  readonly MaxConcurrency: number;
  readonly ToleratedFailurePercentage: number;
  readonly ItemReader: {
    readonly Resource: 'arn:aws:states:::s3:getObject';
    readonly ReaderConfig: { readonly InputType: 'JSON' };
    readonly Arguments: { readonly Bucket: string; readonly Key: string };
  };
  readonly ItemSelector: Template;
  readonly ItemProcessor: {
    readonly ProcessorConfig: { readonly Mode: 'DISTRIBUTED'; readonly ExecutionType: 'STANDARD' };
    readonly StartAt: string;
    readonly States: Readonly<Record<string, TaskState>>;
  };
  readonly Output?: Template;
}

export interface StateMachine {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONata';
  readonly TimeoutSeconds: number;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, TaskState | MapState>>;
}
