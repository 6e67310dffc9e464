/** What Lambda reports when an invocation fails. */
export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** How to start the runtime in a worker thread. */
export interface RuntimeSettings {
  /** URL of the bundle, an ES module that exports `handler`. */
  readonly moduleUrl: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

export interface InvocationRequest {
  readonly requestId: string;
  /** The event, as JSON text. */
  readonly payload: string;
  /** Epoch milliseconds at which the invocation is ended. */
  readonly deadline: number;
}

/** From the worker to its parent. */
export type RuntimeMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'result'; readonly payload: string; readonly heapBytes: number }
  /** `fatal`: the environment must not be used again. */
  | { readonly kind: 'failure'; readonly failure: FunctionFailure; readonly fatal: boolean };
