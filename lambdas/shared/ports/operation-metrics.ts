/** How long the operations of a service take, and which fail; nobody who called them. */
export interface OperationMetrics {
  /** @param operation - a name of ours, such as `GET features.extract` */
  record(operation: string, outcome: { readonly latencyMs: number; readonly hasFailed: boolean }): void;
}
