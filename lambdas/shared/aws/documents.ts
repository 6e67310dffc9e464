import { marshall, type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ItemCalls } from './item-calls.ts';

/** An item in JavaScript's own values. */
export type Document = Record<string, NativeAttributeValue>;

type InputOf<Operation extends keyof ItemCalls> = Parameters<ItemCalls[Operation]>[0];

/** An operation's input with its items, keys and values in JavaScript's own. */
type WithDocuments<Input> = {
  [Field in keyof Input]: Field extends 'Item' | 'Key' | 'ExpressionAttributeValues' | 'ExclusiveStartKey'
    ? Document | Extract<Input[Field], undefined>
    : Input[Field];
};

/** DynamoDB's items in JavaScript's own values; what is undefined is refused. */
export interface Documents {
  get(input: WithDocuments<InputOf<'getItem'>>): Promise<{ readonly Item?: Document }>;
  put(input: WithDocuments<InputOf<'putItem'>>): Promise<unknown>;
  update(input: WithDocuments<InputOf<'updateItem'>>): Promise<{ readonly Attributes?: Document }>;
  query(
    input: WithDocuments<InputOf<'query'>>,
  ): Promise<{ readonly Items: readonly Document[]; readonly LastEvaluatedKey?: Document }>;
}

/** DynamoDB's items in JavaScript's own values, over either way to call it. */
export const makeDocuments = (items: ItemCalls): Documents => ({
  get: async ({ Key, ...input }) => {
    const { Item } = await items.getItem({ ...input, Key: marshalled(Key) });
    return Item === undefined ? {} : { Item: unmarshall(Item) };
  },
  put: ({ Item, ExpressionAttributeValues, ...input }) =>
    items.putItem({
      ...input,
      Item: marshalled(Item),
      ExpressionAttributeValues: marshalled(ExpressionAttributeValues),
    }),
  update: async ({ Key, ExpressionAttributeValues, ...input }) => {
    const { Attributes } = await items.updateItem({
      ...input,
      Key: marshalled(Key),
      ExpressionAttributeValues: marshalled(ExpressionAttributeValues),
    });
    return Attributes === undefined ? {} : { Attributes: unmarshall(Attributes) };
  },
  query: async ({ ExpressionAttributeValues, ExclusiveStartKey, ...input }) => {
    const { Items = [], LastEvaluatedKey } = await items.query({
      ...input,
      ExpressionAttributeValues: marshalled(ExpressionAttributeValues),
      ExclusiveStartKey: marshalled(ExclusiveStartKey),
    });
    return {
      Items: Items.map((item) => unmarshall(item)),
      ...(LastEvaluatedKey !== undefined && { LastEvaluatedKey: unmarshall(LastEvaluatedKey) }),
    };
  },
});

const marshalled = (document: Document | undefined) =>
  document === undefined ? undefined : marshall(document);
