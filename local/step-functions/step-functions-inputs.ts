import * as z from 'zod';

const arn = (kind: string) =>
  z
    .string()
    .regex(new RegExp(`^arn:aws:states:[a-z0-9-]+:\\d{12}:${kind}:.+$`), `Invalid ARN of kind ${kind}`);

/** 1–80 characters without blanks, brackets, wildcards, control characters and the like. */
const executionName = z
  .string()
  .min(1)
  .max(80)
  .refine((name) => !/[\s<>{}[\]?*"#%\\^|~`$&,;:/]|\p{Cc}/u.test(name), 'Invalid Name');

export const StartExecutionInput = z.object({
  stateMachineArn: arn('stateMachine'),
  name: executionName.optional(),
  input: z.string().default('{}'),
});

export const ExecutionInput = z.object({ executionArn: arn('execution') });

export const StopExecutionInput = z.object({
  executionArn: arn('execution'),
  error: z.string().optional(),
  cause: z.string().optional(),
});

export const ListExecutionsInput = z.object({
  stateMachineArn: arn('stateMachine'),
  statusFilter: z
    .enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'])
    .optional(),
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().regex(/^\d+$/).optional(),
});

export const MapRunInput = z.object({ mapRunArn: arn('mapRun') });

export const MachineInput = z.object({ stateMachineArn: arn('stateMachine') });
