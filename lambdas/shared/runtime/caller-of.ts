import * as z from 'zod/mini';
import { DomainError } from '../../../ml/domain-error.ts';

/** The request carries nothing that says who sends it. */
export class UnauthenticatedError extends DomainError {
  readonly code = 'unauthenticated';

  constructor() {
    super('Send an access token of a signed-in user, or under /device/ a device key.');
  }
}

/** The request is about someone else than who sends it. */
export class OtherUserError extends DomainError {
  readonly code = 'other-user';

  constructor() {
    super('The request names another user than the one who is signed in; nothing was read or written.');
  }
}

const userId = z.string().check(z.minLength(1), z.maxLength(1024));
/** What the two authorisers of an HTTP API hand over, of which an event carries one. */
const Authorizer = z.union([
  z.object({ jwt: z.object({ claims: z.object({ sub: userId, token_use: z.literal('access') }) }) }),
  z.object({ lambda: z.object({ userId }) }),
]);
const Event = z.object({ requestContext: z.object({ authorizer: Authorizer }) });

/**
 * Who sends an HTTP event, as the gateway's authoriser found: the token's subject, or whom the device key is of.
 * An identity token is none to call with, so only access tokens count.
 *
 * @throws {UnauthenticatedError}
 */
export const callerOf = (event: unknown): string => {
  const parsed = Event.safeParse(event);
  if (!parsed.success) throw new UnauthenticatedError();
  const { authorizer } = parsed.data.requestContext;
  return 'jwt' in authorizer ? authorizer.jwt.claims.sub : authorizer.lambda.userId;
};

/**
 * Refuses a request that names another user than its sender.
 *
 * @param named - what the request says, if it says anything
 * @throws {OtherUserError}
 */
export const requireOwn = (caller: string, named: unknown): void => {
  if (named !== undefined && named !== null && named !== caller) throw new OtherUserError();
};
