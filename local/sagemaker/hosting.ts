import { rmSync } from 'node:fs';
import path from 'node:path';
import type { EndpointSpec } from '../../lib/catalog-doors.ts';
import type { EventBus } from '../eventbridge/event-bus.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import type { JsonOperation } from '../protocol/aws-json-service.ts';
import type { S3Access } from '../s3/s3-access.ts';
import type { LocalService } from '../service.ts';
import { makeEndpointAlarms } from './endpoint-alarms.ts';
import { makeEndpoints } from './endpoints.ts';
import { hostingOperations } from './hosting-operations.ts';
import { openHostingStore } from './hosting-store.ts';
import { makeInvokeEndpoint } from './invoke-endpoint.ts';
import { makeLaunchVariant } from './launch-variant.ts';

export interface HostingSettings {
  /** Holds `hosting/` and `logs/`. */
  readonly dataDir: string;
  readonly s3: S3Access;
  readonly bus: EventBus;
  readonly emit: EmitLocalEvent;
  /** Endpoints of the catalogue, whose alarms are watched; others may be made as well. */
  readonly specs: readonly EndpointSpec[];
  /** The container's entry point and its arguments. */
  readonly command: readonly string[];
  readonly startupMs: number;
}

/** The half of SageMaker that serves models. */
export interface Hosting {
  readonly operations: Readonly<Record<string, JsonOperation>>;
  readonly invoke: LocalService['handle'];
  /** Takes up what an earlier process left. */
  resume(): void;
  /** Resolves when EventBridge has heard of every alarm so far. */
  delivered(): Promise<void>;
  close(): Promise<void>;
}

export const makeHosting = (settings: HostingSettings): Hosting => {
  const { s3, bus, emit, command, startupMs } = settings;
  const folder = path.join(settings.dataDir, 'hosting');
  const containersDir = path.join(folder, 'containers');
  // Of a process that was killed; its containers ended with it.
  rmSync(containersDir, { recursive: true, force: true });
  const store = openHostingStore(folder, s3);
  const logsDir = path.join(settings.dataDir, 'logs');
  const launch = makeLaunchVariant({ store, s3, containersDir, logsDir, command, startupMs, emit });
  const endpoints = makeEndpoints({ store, launch, emit });
  const alarms = makeEndpointAlarms({ endpoints: settings.specs, bus, emit, clock: Date.now });
  return {
    operations: hostingOperations(store, endpoints),
    invoke: makeInvokeEndpoint({ store, endpoints, measure: alarms.measure }),
    resume: endpoints.resume,
    delivered: alarms.delivered,
    close: endpoints.close,
  };
};
