import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import type { AuditTrail } from '../../shared/ports/audit-trail.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { OperationMetrics } from '../../shared/ports/operation-metrics.ts';
import type { Telemetry } from '../../shared/ports/telemetry.ts';
import { callerOfEvent } from '../auth/caller.ts';
import { actionOf } from '../auth/write-down.ts';
import { describeApi } from '../openapi/describe-api.ts';
import { problemOfError } from '../problems/problem-of-error.ts';
import { RouteNotFoundError, UnsupportedMediaTypeError } from '../problems/request-errors.ts';
import type { Area } from './make-area.ts';
import type { PreparationEnv } from './preparation-env.ts';

/** Where every path begins, as the gateway's route does. */
export const basePath = '/api/v1/ml-data-preparation';

/** What all routes have in common. */
export interface AppDeps {
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly operations: OperationMetrics;
}

/** What the library refuses by itself, as an error of ours. */
const ourErrorOf = (thrown: Error): Error => {
  if (!(thrown instanceof HTTPException)) return thrown;
  if (thrown.status === 415) return new UnsupportedMediaTypeError();
  if (thrown.status !== 400) return thrown;
  return new InvalidRequestError([{ field: '', allowed: 'JSON', arrived: 'nothing, or none' }]);
};

const refuse = (thrown: Error, requestId: string, telemetry: Telemetry): Response => {
  const error = ourErrorOf(thrown);
  const problem = problemOfError(error, requestId);
  const facts = { code: problem.type, statusCode: problem.status };
  if (problem.status < 500) telemetry.warn('request refused', facts);
  else telemetry.error('request failed', error, facts);
  telemetry.count(problem.status < 500 ? 'RefusedRequests' : 'FailedRequests');
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
};

/**
 * An app of some areas: tells who calls, turns errors into problem documents, measures, and serves the description of
 * all its routes.
 */
export const makeApp = (deps: AppDeps, areas: readonly Area[]): OpenAPIHono<PreparationEnv> => {
  const { audit, clock, telemetry, operations } = deps;
  const app = new OpenAPIHono<PreparationEnv>();
  app.onError((thrown, { env }) => refuse(thrown, env.requestId, telemetry));
  app.notFound(() => {
    throw new RouteNotFoundError();
  });
  app.use(async (context, next) => {
    const startedAt = clock.now();
    await next();
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    // A path that is none of ours must not become a dimension.
    const path = routePath(context, -1);
    const { method } = context.req;
    const operation = path.startsWith(basePath) ? `${method} ${actionOf(method, path)}` : 'unknown';
    const hasFailed = context.res.status >= 500;
    const rows = context.get('rows');
    operations.record(operation, { latencyMs: clock.now() - startedAt, hasFailed, rows });
  });
  app.use(async (context, next) => {
    context.set('caller', callerOfEvent(context.env.event));
    context.set('audit', audit);
    await next();
  });
  for (const area of areas) app.route(basePath, area);
  describeApi(app, `${basePath}/openapi.json`);
  return app;
};
