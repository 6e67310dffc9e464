import type { Alerts } from '../ports/alerts.ts';
import type { Clock } from '../ports/clock.ts';
import type { CustomerScorer } from '../ports/customer-scorer.ts';
import type { CustomerStates } from '../ports/customer-states.ts';
import type { OptOuts } from '../ports/opt-outs.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { Tombstones } from '../ports/tombstones.ts';

export interface PredictionDeps {
  readonly states: CustomerStates;
  readonly optOuts: OptOuts;
  readonly tombstones: Pick<Tombstones, 'among'>;
  readonly scorer: CustomerScorer;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly newId: () => string;
}
