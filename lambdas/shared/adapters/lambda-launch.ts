import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** Hands a request to a function that nobody waits for: Lambda keeps it and tries again where the function fails. */
export const launchFunction = async (
  client: LambdaClient,
  functionName: string,
  request: unknown,
): Promise<void> => {
  await client.send(
    new InvokeCommand({
      FunctionName: functionName,
      InvocationType: 'Event',
      Payload: JSON.stringify(request),
    }),
  );
};
