/** Kinds of customers; a kind decides how a path is drawn, and nothing else. */
export const segmentNames = ['thriving', 'healthy', 'at_risk', 'churned'] as const;
export type SegmentName = (typeof segmentNames)[number];

/** From … to, drawn uniformly. */
type Span = readonly [number, number];

export interface Segment {
  /** Sessions planned a week while all is well: median, and spread of its logarithm. */
  readonly sessionsPerWeek: readonly [number, number];
  /** How content with a session: mean stars and spread between customers. */
  readonly content: readonly [number, number];
  /** Share of the engagement that is lost over time; below 0, gained. */
  readonly loss: Span;
  /** When half of the loss has come, days from the cut-off. */
  readonly lossAtDay: Span;
  /** How long the loss takes, days; e-folding of a logistic curve. */
  readonly lossDays: Span;
  /** Share of sessions that are cancelled while all is well. */
  readonly cancellation: Span;
  readonly paymentSuccess: Span;
}

export const segments: Readonly<Record<SegmentName, Segment>> = {
  thriving: {
    sessionsPerWeek: [2.5, 0.2],
    content: [4.6, 0.25],
    loss: [-0.15, 0.1],
    lossAtDay: [-90, -20],
    lossDays: [5, 15],
    cancellation: [0.01, 0.06],
    paymentSuccess: [0.95, 1],
  },
  healthy: {
    sessionsPerWeek: [1.8, 0.25],
    content: [4.15, 0.4],
    loss: [-0.05, 0.3],
    lossAtDay: [-80, -15],
    lossDays: [5, 12],
    cancellation: [0.02, 0.1],
    paymentSuccess: [0.9, 1],
  },
  at_risk: {
    sessionsPerWeek: [1.8, 0.3],
    content: [3.9, 0.4],
    loss: [0.5, 1],
    lossAtDay: [-50, -18],
    lossDays: [3, 9],
    cancellation: [0.05, 0.2],
    paymentSuccess: [0.75, 0.95],
  },
  churned: {
    sessionsPerWeek: [1.4, 0.3],
    content: [3.6, 0.4],
    loss: [0.99, 1],
    lossAtDay: [-130, -45],
    lossDays: [2, 5],
    cancellation: [0.05, 0.25],
    paymentSuccess: [0.6, 0.9],
  },
};
