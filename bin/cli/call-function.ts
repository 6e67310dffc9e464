import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

export interface FunctionAnswer {
  readonly answer: unknown;
  /** Whether the function answered with an error of its own or crashed. */
  readonly failed: boolean;
}

/** Invokes a function and waits for what it answers, for as long as a function may take. */
export const callFunction = async (name: string, payload: string): Promise<FunctionAnswer> => {
  const client = new LambdaClient({ maxAttempts: 1, requestHandler: { requestTimeout: 960_000 } });
  const response = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(payload) }),
  );
  const answer: unknown = JSON.parse(Buffer.from(response.Payload ?? []).toString('utf8') || 'null');
  const status =
    typeof answer === 'object' && answer !== null && 'statusCode' in answer ? Number(answer.statusCode) : 200;
  return { answer, failed: response.FunctionError !== undefined || status >= 400 };
};
