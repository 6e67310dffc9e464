import type { CallAws } from './call-aws.ts';
import type { ItemCalls } from './item-calls.ts';
import { makeJsonCall } from './json-call.ts';

/** DynamoDB without the AWS SDK, which knows its JSON as it is. For items without binary attributes. */
export const makeJsonItemCalls = (callAws: CallAws): ItemCalls => {
  const call = makeJsonCall(callAws, {
    service: 'dynamodb',
    version: '1.0',
    target: 'DynamoDB_20120810',
  });
  return {
    getItem: (input) => call('GetItem', input),
    putItem: (input) => call('PutItem', input),
    updateItem: (input) => call('UpdateItem', input),
    query: (input) => call('Query', input),
    batchGetItem: (input) => call('BatchGetItem', input),
  };
};
