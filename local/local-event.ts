/** What happens inside the local AWS, for whoever shows progress. Carries no payload and no personal data. */
export type LocalEvent =
  | { readonly kind: 'table-created'; readonly name: string }
  | {
      readonly kind: 'lambda-bundled';
      readonly functionName: string;
      readonly bytes: number;
      readonly durationMs: number;
    }
  | { readonly kind: 'lambda-retry'; readonly functionName: string; readonly attempt: number }
  | { readonly kind: 'dead-letter'; readonly functionName: string; readonly file: string }
  | { readonly kind: 'dead-letter-message'; readonly queue: string }
  | {
      readonly kind: 'training-state';
      readonly jobName: string;
      readonly status: string;
      readonly secondaryStatus: string;
      readonly failureReason?: string;
    }
  | { readonly kind: 'training-output'; readonly jobName: string; readonly line: string }
  | {
      readonly kind: 'endpoint-state';
      readonly endpointName: string;
      readonly status: string;
      readonly failureReason?: string;
    }
  | { readonly kind: 'endpoint-output'; readonly endpointName: string; readonly line: string }
  /** A container has come up, for the first time or after a restart. */
  | {
      readonly kind: 'endpoint-container';
      readonly endpointName: string;
      readonly processId: number | undefined;
    }
  | { readonly kind: 'alarm'; readonly alarmName: string; readonly reason: string }
  | {
      readonly kind: 'execution-state';
      readonly stateMachine: string;
      readonly name: string;
      readonly status: string;
      readonly error?: string;
    }
  | {
      readonly kind: 'topic-message';
      readonly topic: string;
      readonly subject: string;
      readonly file: string;
    };

export type EmitLocalEvent = (event: LocalEvent) => void;
