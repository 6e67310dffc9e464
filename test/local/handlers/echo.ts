/** Answers with what it was given and what it sees of its surroundings; fails in each way when told to. */
interface EchoEvent {
  readonly action?: string;
  readonly size?: number;
  /** Of a schedule's event. */
  readonly detail?: { readonly action?: string };
}

interface EchoContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  getRemainingTimeInMillis(): number;
}

const forever = () => new Promise(() => {});

const grow = (): never => {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index + kept.length));
};

let invocations = 0;

export const handler = async (event: EchoEvent, context: EchoContext): Promise<unknown> => {
  invocations++;
  const action = event.action ?? event.detail?.action;
  console.log(`action ${action ?? 'echo'}`);
  switch (action) {
    case 'throw':
      throw new TypeError('this is what was wrong');
    case 'throw-text':
      throw 'only text';
    case 'exit':
      return process.exit(3);
    case 'reject-later':
      setTimeout(() => Promise.reject(new Error('nobody caught this')), 0);
      return forever();
    case 'sleep':
      return forever();
    case 'spin':
      for (;;);
    case 'grow':
      return grow();
    case 'large':
      return 'x'.repeat(event.size ?? 0);
    case 'nothing':
      return undefined;
    default:
      return {
        event,
        invocations,
        requestId: context.awsRequestId,
        functionName: context.functionName,
        arn: context.invokedFunctionArn,
        remainingMs: context.getRemainingTimeInMillis(),
        variables: { ...process.env },
      };
  }
};
