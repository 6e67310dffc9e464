export interface AheadOfCutoff {
  /** Mean number of steps in the time ahead, ≥ 0 and below 600. */
  readonly expectedSteps: number;
  /** Steps taken since the last planned session, 0 … perSession − 1. */
  readonly stepsTaken: number;
  /** Steps that make a session. */
  readonly perSession: number;
  /** The probability that a planned session is cancelled. */
  readonly cancellation: number;
}

/**
 * What the time ahead holds, when a Poisson process takes the steps and every so many of them make a session
 * (an Erlang renewal process: Cox 1962, Renewal Theory, 1.3).
 *
 * @returns the probability that no session is held, that none is planned, and the mean number of sessions held
 * @example
 * sessionChances({ expectedSteps: 2, stepsTaken: 0, perSession: 1, cancellation: 0.5 }) // => { noneHeld: Math.exp(-1), nonePlanned: Math.exp(-2), expectedHeld: 1 }
 */
export const sessionChances = ({ expectedSteps, stepsTaken, perSession, cancellation }: AheadOfCutoff) => {
  const last = Math.ceil(expectedSteps + 12 * Math.sqrt(expectedSteps) + 30);
  let chance = Math.exp(-expectedSteps);
  let noneHeld = 0;
  let nonePlanned = 0;
  let expectedPlanned = 0;
  for (let steps = 0; steps <= last; steps += 1) {
    const planned = Math.floor((stepsTaken + steps) / perSession);
    noneHeld += chance * cancellation ** planned;
    if (planned === 0) nonePlanned += chance;
    expectedPlanned += chance * planned;
    chance *= expectedSteps / (steps + 1);
  }
  // Sums of many small terms may pass 1 in the last digit.
  return {
    noneHeld: Math.min(1, noneHeld),
    nonePlanned: Math.min(1, nonePlanned),
    expectedHeld: expectedPlanned * (1 - cancellation),
  };
};
