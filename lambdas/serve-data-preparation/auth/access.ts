import type { MiddlewareHandler } from 'hono';
import { checkBody } from '../http/check-body.ts';
import type { PreparationEnv } from '../http/preparation-env.ts';
import { gatewayAnswer, problemAnswer } from '../problems/problem-answers.ts';
import { NotAllowedError } from '../problems/request-errors.ts';
import type { Role } from './caller.ts';
import { writeDown } from './write-down.ts';

const requireRole =
  (roles: readonly Role[]): MiddlewareHandler<PreparationEnv> =>
  async (context, next) => {
    const caller = context.get('caller');
    if (!roles.some((role) => caller.roles.has(role))) throw new NotAllowedError(roles);
    await next();
  };

const rolesOf = {
  /** What concerns no single person: datasets, models, figures. */
  read: ['admin', 'scientist'],
  /** What changes something, and what concerns persons. */
  change: ['admin'],
} as const;

/**
 * The part of a route that says who may call it and how it refuses; spread into `createRoute`. Roles come first, then
 * the body: whoever may not call learns nothing of what a call should look like.
 *
 * @param kind - `read` for admins and scientists, `change` for admins, `signed-in` where the handler itself decides
 * @param options - `isAudited`: whether each call leaves a record in the audit trail. By default all but `read`
 */
export const access = (
  kind: keyof typeof rolesOf | 'signed-in',
  { isAudited = kind !== 'read' }: { readonly isAudited?: boolean } = {},
) => {
  const roles = kind === 'signed-in' ? undefined : rolesOf[kind];
  return {
    security: [{ accessToken: [] }],
    'x-roles': roles ?? ['user'],
    middleware: [
      ...(isAudited ? [writeDown] : []),
      ...(roles === undefined ? [] : [requireRole(roles)]),
      checkBody,
    ],
  };
};

/** The answers that every route may give besides its own; spread into `responses`. */
export const refusals = {
  400: problemAnswer('A field, a parameter or the body is not what is taken.'),
  401: gatewayAnswer('No access token, or one that does not hold.'),
  403: problemAnswer('The caller may not do this.'),
  413: gatewayAnswer('The body is too large, or the answer would be.'),
  429: gatewayAnswer('Too many requests for this route at once.'),
  500: gatewayAnswer('Something failed on our side.'),
  503: gatewayAnswer('No answer in time.'),
} as const;

/** The same for a route that takes a body. */
export const bodyRefusals = {
  ...refusals,
  415: problemAnswer('The body is not JSON by its content type.'),
} as const;
