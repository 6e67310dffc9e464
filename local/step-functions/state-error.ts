/** A state failed, in the words of the Amazon States Language. */
export class StateError extends Error {
  /** Such as `States.TaskFailed` or a function's own error type. */
  readonly error: string;
  /** Text, often JSON. */
  readonly reason: string;

  constructor(error: string, reason: string) {
    super(`${error}: ${reason}`);
    this.name = 'StateError';
    this.error = error;
    this.reason = reason;
  }
}
