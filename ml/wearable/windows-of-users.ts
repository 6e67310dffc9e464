import { type DayClock, utcClock } from '../time/utc-clock.ts';
import { cutWindows } from './cut-windows.ts';
import { differenceCounters } from './difference-counters.ts';
import { featureRows } from './feature-row.ts';
import type { SamplesByUser } from './labelled-sample.ts';
import type { WearableModelSettings } from './model-settings.ts';
import { joinWindows, type Windows } from './windows.ts';

/**
 * All windows of several users, none of which spans two of them: counters differenced, features made, windows cut.
 *
 * @param users - each user's samples ascending in time
 * @param settings - of the model
 * @param clock - `zoneClock` of the time zone of all these users if that is known
 */
export const windowsOfUsers = (
  users: SamplesByUser,
  settings: WearableModelSettings,
  clock: DayClock = utcClock,
): Windows =>
  joinWindows(
    [...users].map(([user, samples]) => {
      const rows = featureRows(differenceCounters(samples, settings.maxGapSeconds), settings, clock);
      return cutWindows(rows, settings, { user, labels: samples.map(({ label }) => label) });
    }),
  );
