/** Why the local AWS could not start; each is one line for a person and a usage error for a program. */
export type LocalStartupProblem =
  | 'port-in-use'
  | 'port-unavailable'
  | 'folder-not-writable'
  | 'data-dir-in-use'
  | 'unsupported-setting';

/** The local AWS cannot start here; the message says in one line what is in the way and what to change. */
export class LocalStartupError extends Error {
  readonly code: LocalStartupProblem;

  constructor(code: LocalStartupProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalStartupError';
    this.code = code;
  }
}
