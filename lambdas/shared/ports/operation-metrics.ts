export interface OperationOutcome {
  readonly latencyMs: number;
  readonly hasFailed: boolean;
  /** That were worked on; absent where an operation has none. */
  readonly rows?: number | undefined;
}

/** How long the operations of a service take, and which fail; nobody who called them. */
export interface OperationMetrics {
  /** @param operation - a name of ours, such as `GET features.extract` */
  record(operation: string, outcome: OperationOutcome): void;
}
