/** Rounds in which somebody else may come first; events of one customer rarely meet at all, as a stream orders them. */
export const maxRounds = 20;
