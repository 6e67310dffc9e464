import * as z from 'zod';
import { UnauthenticatedError } from '../../shared/runtime/caller-of.ts';

/** What a caller may be besides a user, by their groups `admins` and `scientists` in the user pool. */
export type Role = 'admin' | 'scientist';

/** Who sends a request. */
export interface Caller {
  /** The token's subject. */
  readonly userId: string;
  /** Empty for a plain user. */
  readonly roles: ReadonlySet<Role>;
}

const roleOfGroup: ReadonlyMap<string, Role> = new Map([
  ['admins', 'admin'],
  ['scientists', 'scientist'],
]);

const Claims = z.object({
  sub: z.string().min(1).max(1024),
  token_use: z.literal('access'),
  'cognito:groups': z.string().default('[]'),
});
const Event = z.object({
  requestContext: z.object({ authorizer: z.object({ jwt: z.object({ claims: Claims }) }) }),
});

/**
 * The caller of an HTTP event, as the gateway's JWT authoriser found. A list among the claims arrives as the text
 * `[admins scientists]`.
 *
 * @throws {UnauthenticatedError} when the event names nobody, or its token is an identity token
 */
export const callerOfEvent = (event: unknown): Caller => {
  const parsed = Event.safeParse(event);
  if (!parsed.success) throw new UnauthenticatedError();
  const { sub, 'cognito:groups': groups } = parsed.data.requestContext.authorizer.jwt.claims;
  const names = /^\[(.*)\]$/s.exec(groups)?.[1]?.split(/\s+/) ?? [];
  const roles = names.flatMap((name) => roleOfGroup.get(name) ?? []);
  return { userId: sub, roles: new Set(roles) };
};
