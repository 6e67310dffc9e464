/**
 * An outcome that a caller can act on: refused input, too little data, a store that said no.
 *
 * Carries a literal `code` for programs, data for people, and a message that says what was wrong, what arrived
 * and what to change. Neither message nor data ever holds health data, message text or a user id.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(message: string, data: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.data = data;
    this.name = new.target.name;
  }
}
