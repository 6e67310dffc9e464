import type { Alerts } from '../shared/ports/alerts.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { CustomerScorer } from '../shared/ports/customer-scorer.ts';
import type { CustomerStates } from '../shared/ports/customer-states.ts';
import type { OptOuts } from '../shared/ports/opt-outs.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { Tombstones } from '../shared/ports/tombstones.ts';

export interface UpdateDeps {
  readonly states: CustomerStates;
  readonly optOuts: OptOuts;
  readonly tombstones: Pick<Tombstones, 'among'>;
  readonly scorer: CustomerScorer;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly newId: () => string;
}
