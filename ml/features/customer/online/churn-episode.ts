/** Above it an episode begins. */
const alertRisk = 0.7;
/** Below it an episode ends; lower than where one begins, so that a risk that wavers is one episode. */
const calmRisk = 0.5;

/** A time during which a customer is likely to leave. */
export interface ChurnEpisode {
  readonly id: string;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
}

/**
 * The episode that a customer is in once a risk is known: none, the one before, or a new one.
 *
 * @param before - undefined: none
 * @param risk - of leaving within 30 days, 0 … 1
 * @param begin - makes a new one; called only where one begins
 * @example
 * churnEpisode(undefined, 0.71, () => ({ id: 'a', startedAt: 1 })) // => { id: 'a', startedAt: 1 }
 * churnEpisode({ id: 'a', startedAt: 1 }, 0.5, () => ({ id: 'b', startedAt: 2 })) // => { id: 'a', startedAt: 1 }
 * churnEpisode({ id: 'a', startedAt: 1 }, 0.49, () => ({ id: 'b', startedAt: 2 })) // => undefined
 */
export const churnEpisode = <Episode extends ChurnEpisode>(
  before: Episode | undefined,
  risk: number,
  begin: () => Episode,
): Episode | undefined => {
  if (before === undefined) return risk > alertRisk ? begin() : undefined;
  return risk < calmRisk ? undefined : before;
};
