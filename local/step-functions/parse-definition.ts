import * as z from 'zod';
import type { StateMachine } from '../../lib/state-machine.ts';

const stateName = z.string().min(1).max(80);
const Json = z.json();
const transition = {
  Comment: z.string().optional(),
  Next: stateName.optional(),
  End: z.literal(true).optional(),
};

const Retrier = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  MaxAttempts: z.int().min(0),
  IntervalSeconds: z.int().positive().optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().positive().optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});

const Task = z.strictObject({
  ...transition,
  Type: z.literal('Task'),
  Resource: z.literal('arn:aws:states:::lambda:invoke'),
  Arguments: z.strictObject({ FunctionName: z.string(), Payload: Json }),
  Output: Json.optional(),
  TimeoutSeconds: z.int().positive().optional(),
  Retry: z.array(Retrier).optional(),
});

const DistributedMap = z.strictObject({
  ...transition,
  Type: z.literal('Map'),
  Label: z.string().min(1).max(40),
  MaxConcurrency: z.int().min(0),
  ToleratedFailurePercentage: z.number().min(0).max(100),
  ItemReader: z.strictObject({
    Resource: z.literal('arn:aws:states:::s3:getObject'),
    ReaderConfig: z.strictObject({ InputType: z.literal('JSON') }),
    Arguments: z.strictObject({ Bucket: z.string(), Key: z.string() }),
  }),
  ItemSelector: Json,
  ItemProcessor: z.strictObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal('DISTRIBUTED'), ExecutionType: z.literal('STANDARD') }),
    StartAt: stateName,
    States: z.record(stateName, Task),
  }),
  Output: Json.optional(),
});

const Definition = z.strictObject({
  Comment: z.string(),
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: z.int().positive(),
  StartAt: stateName,
  States: z.record(stateName, z.discriminatedUnion('Type', [Task, DistributedMap])),
});

/** States that lead nowhere, in words. */
const deadEnds = (states: Readonly<Record<string, { Next?: string | undefined; End?: true | undefined }>>) =>
  Object.entries(states).flatMap(([name, { Next, End }]) => {
    if ((Next === undefined) === (End === undefined)) return [`${name} needs either Next or End`];
    return Next === undefined || Next in states ? [] : [`${name} leads to ${Next}, which there is none of`];
  });

/**
 * Parses a definition in the part of the Amazon States Language that this Step Functions runs: Task states that
 * invoke a function, and distributed Map states over a JSON file in S3, in JSONata. A state, an integration or a
 * field beyond that is an error, never passed over.
 *
 * @param text - JSON, its placeholders replaced
 * @throws {Error} saying where what is unknown stands
 */
export const parseDefinition = (text: string): StateMachine => {
  const parsed = Definition.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new Error(`The local Step Functions cannot run this definition:\n${z.prettifyError(parsed.error)}`);
  }
  const { States, StartAt } = parsed.data;
  const problems = [
    ...(StartAt in States ? [] : [`it starts at ${StartAt}, which there is none of`]),
    ...deadEnds(States),
    ...Object.values(States).flatMap((state) =>
      state.Type === 'Map' ? deadEnds(state.ItemProcessor.States) : [],
    ),
  ];
  if (problems.length > 0) throw new Error(`The definition is wrong: ${problems.join('; ')}.`);
  // A parsed optional field may be there as undefined in the types only: strict objects add none.
  return parsed.data as StateMachine;
};
