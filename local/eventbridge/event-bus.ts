import { randomUUID } from 'node:crypto';
import type { Catalog, RuleSpec } from '../../lib/catalog-shapes.ts';
import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import { localAccountId, localRegion, type ResourceNames } from '../resource-names.ts';

/** What happened, before the bus has put it into its envelope. */
export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: object;
  readonly resources: readonly string[];
  /** Epoch milliseconds. */
  readonly time: number;
}

/** The default event bus with the catalogue's rules. */
export interface EventBus {
  /** @returns the event's id, once every matching target is sure to get it */
  publish(event: BusEvent): Promise<string>;
}

/** The event as targets receive it; its time in whole seconds, as EventBridge gives it. */
const envelope = (id: string, event: BusEvent) => ({
  version: '0',
  id,
  'detail-type': event.detailType,
  source: event.source,
  account: localAccountId,
  time: `${new Date(event.time).toISOString().slice(0, 19)}Z`,
  region: localRegion,
  resources: event.resources,
  detail: event.detail,
});

/** The field at a path such as `object.key`, if every part of it is there. */
const fieldAt = (detail: object, path: string): unknown => {
  let value: unknown = detail;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
};

const matches = (rule: RuleSpec, { source, detailType, detail }: BusEvent, names: ResourceNames): boolean =>
  rule.source === source &&
  rule.detailType === detailType &&
  (rule.bucket === undefined || fieldAt(detail, 'bucket.name') === names.bucketName(rule.bucket)) &&
  Object.entries(rule.detailPrefixes).every(([path, prefix]) => {
    const value = fieldAt(detail, path);
    return typeof value === 'string' && value.startsWith(prefix);
  });

export const makeEventBus = (
  catalog: Catalog,
  functions: LambdaFunctions,
  names: ResourceNames,
): EventBus => ({
  publish: async (event) => {
    const id = randomUUID();
    const payload = JSON.stringify(envelope(id, event));
    for (const rule of catalog.rules) {
      if (!matches(rule, event, names)) continue;
      const runner = functions.find(names.functionName(rule.target));
      if (runner !== undefined) await functions.invokeAsync(runner, payload);
    }
    return id;
  },
});
