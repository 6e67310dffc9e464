import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AuditRole } from '../../../ml/audit/audit-record.ts';
import { outcomeOfStatus } from '../../shared/audit/outcome-of-status.ts';
import type { PreparationEnv } from '../http/preparation-env.ts';
import type { Caller } from './caller.ts';

/** Who may do more comes first. */
const auditRoleOf = ({ roles }: Caller): AuditRole => {
  if (roles.has('admin')) return 'admin';
  return roles.has('scientist') ? 'scientist' : 'user';
};

/**
 * What was done, from the route's path without its parameters.
 *
 * @example
 * actionOf('POST', '/api/v1/ml-data-preparation/models/:id/rollback') // => 'models.rollback'
 */
export const actionOf = (method: string, path: string): string => {
  const parts = path
    .split('/')
    .slice(4)
    .filter((part) => part !== '' && !part.startsWith(':'));
  return [...parts, ...(method === 'DELETE' ? ['delete'] : [])].join('.');
};

/**
 * Leaves a record of a request in the audit trail, whatever became of it, before it is answered: where that cannot be
 * done the answer is 500 and says nothing.
 */
export const writeDown: MiddlewareHandler<PreparationEnv> = async (context, next) => {
  await next();
  const outcome = outcomeOfStatus(context.res.status);
  if (outcome === undefined) return;
  const caller = context.get('caller');
  const subject = context.req.param('userId') ?? context.req.query('userId');
  await context.get('audit').append({
    actor: { userId: caller.userId, role: auditRoleOf(caller) },
    action: actionOf(context.req.method, routePath(context, -1)),
    ...(subject !== undefined && subject !== '' && { subject }),
    outcome,
    requestId: context.env.requestId,
  });
};
