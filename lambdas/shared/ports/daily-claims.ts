/** Turns that one caller takes once, such as telling people of something once a day. */
export interface DailyClaims {
  /**
   * `claimed`: this caller's for a minute, unless it says before that it is done; `done`: taken before; `busy`: in
   * another's hands.
   *
   * @param now - epoch milliseconds
   */
  claim(turn: string, now: number): Promise<'claimed' | 'done' | 'busy'>;
  done(turn: string): Promise<void>;
  /** Gives a turn back, so that the next caller may take it at once. */
  release(turn: string): Promise<void>;
}
