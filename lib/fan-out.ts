import type { BucketId, FunctionId } from './catalog-ids.ts';
import { pascalCase } from './constructs/pascal-case.ts';
import type { MapState, Retrier, StateMachine, TaskState } from './state-machine.ts';

/** One function of a fan-out: run once, or once for each item that the step before has listed. */
export interface FanOutStep {
  readonly function: FunctionId;
  readonly timeoutSeconds: number;
  /** @default false: once */
  readonly forEachItem?: boolean;
}

export interface FanOut {
  readonly comment: string;
  /** Holds what the steps put down for each other. */
  readonly bucket: BucketId;
  /** The first is given the execution's input, every other `{run, items}` or, for an item, `{run, item}`. */
  readonly steps: readonly FanOutStep[];
  /** Items worked on at once. */
  readonly maxConcurrency: number;
  /** Items of a step, in percent, that may fail for good without ending the run. */
  readonly toleratedFailurePercent: number;
  readonly timeoutSeconds: number;
}

/** What a function refuses is refused again; anything else may be the moment's fault. */
const retry: readonly Retrier[] = [
  { ErrorEquals: ['Refused'], MaxAttempts: 0 },
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 6,
    MaxDelaySeconds: 120,
    JitterStrategy: 'FULL',
  },
];

/**
 * A workflow that does something to very many things: lists them into items, works on each item, gathers, and so on.
 *
 * The contract of its functions: every step that lists answers `{run, items}`, where `items` is the key of a JSON
 * array in the bucket and `run` whatever leads the later steps to the rest. Neither people nor results pass through
 * the state, which Step Functions limits to 256 KiB; and each item's result is one digit, since a map joins those of
 * all items. `${name}` stands for a function's ARN or the bucket's name, and is put in by CloudFormation.
 *
 * @param fanOut - at least one step; the last one runs once
 */
export const fanOutDefinition = (fanOut: FanOut): StateMachine => {
  const names = fanOut.steps.map((step) => pascalCase(step.function));
  return {
    Comment: fanOut.comment,
    QueryLanguage: 'JSONata',
    TimeoutSeconds: fanOut.timeoutSeconds,
    StartAt: names[0] ?? '',
    States: Object.fromEntries(
      fanOut.steps.map((step, index) => {
        const next = names[index + 1];
        const transition = next === undefined ? ({ End: true } as const) : { Next: next };
        const state = step.forEachItem === true ? mapState(fanOut, step) : onceState(step);
        return [names[index], { ...state, ...transition }];
      }),
    ),
  };
};

const invoke = ({ function: id, timeoutSeconds }: FanOutStep): TaskState => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: `\${${id}}`, Payload: '{% $states.input %}' },
  TimeoutSeconds: timeoutSeconds,
  Retry: retry,
});

const onceState = (step: FanOutStep): TaskState => ({
  ...invoke(step),
  Output: '{% $states.result.Payload %}',
});

const mapState = (fanOut: FanOut, step: FanOutStep): MapState => {
  const child = `${pascalCase(step.function)}Item`;
  return {
    Type: 'Map',
    Label: pascalCase(step.function),
    MaxConcurrency: fanOut.maxConcurrency,
    ToleratedFailurePercentage: fanOut.toleratedFailurePercent,
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      Arguments: { Bucket: `\${${fanOut.bucket}}`, Key: '{% $states.input.items %}' },
    },
    ItemSelector: { run: '{% $states.input.run %}', item: '{% $states.context.Map.Item.Value %}' },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: child,
      States: { [child]: { ...invoke(step), Output: '{% 0 %}', End: true } },
    },
    Output: '{% $states.input %}',
  };
};
