import type { EndpointAlarmSpec, EndpointSpec } from '../../lib/catalog-doors.ts';
import type { BusEvent, EventBus } from '../eventbridge/event-bus.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import type { InvocationMeasure } from './invoke-endpoint.ts';

export interface EndpointAlarmsSettings {
  readonly endpoints: readonly EndpointSpec[];
  readonly bus: EventBus;
  readonly emit: EmitLocalEvent;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** The catalogue's alarms on endpoints, as CloudWatch would raise them: each invocation is a measurement. */
export interface EndpointAlarms {
  measure(invocation: InvocationMeasure): void;
  /** Resolves when EventBridge has heard of every change of state so far. */
  delivered(): Promise<void>;
}

interface Sample extends InvocationMeasure {
  readonly at: number;
}

const alarmValue = ({ metric }: EndpointAlarmSpec, samples: readonly Sample[]): number => {
  if (metric === 'Invocation5XXErrors') return samples.filter(({ statusCode }) => statusCode >= 500).length;
  const total = samples.reduce((sum, { latencyMs }) => sum + 1000 * latencyMs, 0);
  return samples.length === 0 ? 0 : total / samples.length;
};

/** "CloudWatch Alarm State Change", as far as rules and functions read it. */
const stateChange = (alarm: EndpointAlarmSpec, reason: string, at: number): BusEvent => {
  const time = new Date(at).toISOString();
  return {
    source: 'aws.cloudwatch',
    detailType: 'CloudWatch Alarm State Change',
    resources: [`arn:aws:cloudwatch:${localRegion}:${localAccountId}:alarm:${alarm.name}`],
    time: at,
    detail: {
      alarmName: alarm.name,
      state: { value: 'ALARM', reason, timestamp: time },
      previousState: { value: 'OK' },
      configuration: { description: alarm.description },
    },
  };
};

/** Told once when an alarm goes off, and again only after it was calm in between. */
export const makeEndpointAlarms = (settings: EndpointAlarmsSettings): EndpointAlarms => {
  const { bus, emit, clock } = settings;
  const watched = settings.endpoints.flatMap((endpoint) =>
    endpoint.alarms.map((alarm) => ({ alarm, endpointName: endpoint.name, samples: [] as Sample[] })),
  );
  const raised = new Set<string>();
  let delivery = Promise.resolve();

  return {
    delivered: () => delivery,
    measure: (invocation) => {
      const at = clock();
      for (const { alarm, endpointName, samples } of watched) {
        if (endpointName !== invocation.endpointName) continue;
        samples.push({ ...invocation, at });
        while ((samples[0]?.at ?? at) < at - 1000 * alarm.periodSeconds) samples.shift();
        const value = alarmValue(alarm, samples);
        if (value < alarm.threshold) {
          raised.delete(alarm.name);
        } else if (!raised.has(alarm.name)) {
          raised.add(alarm.name);
          const reason = `Threshold Crossed: ${value} was greater than or equal to the threshold (${alarm.threshold}).`;
          emit({ kind: 'alarm', alarmName: alarm.name, reason });
          const event = stateChange(alarm, reason, at);
          delivery = delivery
            .then(() => bus.publish(event))
            .then(
              () => {},
              () => {},
            );
        }
      }
    },
  };
};
