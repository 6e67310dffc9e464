import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { watchRetries } from '../../../../lambdas/shared/runtime/watch-retries.ts';
import { stubHttp } from '../../support/stub-http.ts';

it('every request that the SDK sends again is told of, the first one is not', async () => {
  let calls = 0;
  const client = new DynamoDBClient({
    ...stubHttp(() => {
      calls += 1;
      return calls < 3
        ? { statusCode: 400, body: '{"__type":"com.amazonaws.dynamodb#ThrottlingException"}' }
        : { body: '{"TableNames":[]}' };
    }),
    maxAttempts: 5,
  });
  let retries = 0;
  watchRetries(client, () => {
    retries += 1;
  });
  await client.send(new ListTablesCommand({}));
  await client.send(new ListTablesCommand({}));
  expect({ calls, retries }).toEqual({ calls: 4, retries: 2 });
});
