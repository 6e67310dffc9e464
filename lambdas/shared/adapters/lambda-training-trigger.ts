import * as z from 'zod';
import { DomainError } from '../../../ml/domain-error.ts';
import type { TrainingTrigger } from '../ports/training-trigger.ts';
import { invokeFunction, type LambdaInvoking } from './lambda-function.ts';

/** The trigger function refused or failed. */
export class TrainingNotStartedError extends DomainError {
  readonly code = 'training-failed-to-start';

  constructor(statusCode: number, code: string) {
    super(`The training trigger answered ${statusCode} (${code}); its log has the details.`, {
      statusCode,
      code,
    });
  }
}

const Started = z.object({ jobName: z.string() });
const Refused = z.object({ error: z.object({ code: z.string() }) });

/** Training by the deployed trigger function. */
export const makeLambdaTrainingTrigger = (
  invoking: LambdaInvoking,
  functionName: string,
): TrainingTrigger => ({
  start: async (input) => {
    const answer = await invokeFunction(invoking, functionName, input);
    const started = Started.safeParse(answer.body);
    if (answer.statusCode === 200 && started.success) return started.data;
    const refused = Refused.safeParse(answer.body);
    throw new TrainingNotStartedError(
      answer.statusCode,
      refused.success ? refused.data.error.code : 'unknown',
    );
  },
});
