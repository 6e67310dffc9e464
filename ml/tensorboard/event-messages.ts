import protobuf from 'protobufjs/light.js';

const one = (id: number, type: string) => ({ id, type });
const many = (id: number, type: string) => ({ id, type, rule: 'repeated' });

/**
 * The messages of TensorBoard's event files that training needs, by the field numbers of tensorflow's
 * `core/util/event.proto`, `core/framework/summary.proto` and `core/framework/graph.proto`.
 */
export const eventMessages = protobuf.Root.fromJSON({
  nested: {
    Event: {
      fields: {
        wallTime: one(1, 'double'),
        step: one(2, 'int64'),
        fileVersion: one(3, 'string'),
        graphDef: one(4, 'bytes'),
        summary: one(5, 'Summary'),
      },
    },
    Summary: { fields: { value: many(1, 'Value') } },
    Value: { fields: { tag: one(1, 'string'), simpleValue: one(2, 'float') } },
    GraphDef: { fields: { node: many(1, 'NodeDef') } },
    NodeDef: { fields: { name: one(1, 'string'), op: one(2, 'string'), input: many(3, 'string') } },
  },
});
