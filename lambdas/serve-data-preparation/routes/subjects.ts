import { createRoute, z } from '@hono/zod-openapi';
import type { RequestErasureDeps } from '../../shared/erasure/request-erasure.ts';
import { makeRequestErasure } from '../../shared/erasure/request-erasure.ts';
import type { AuditTrail } from '../../shared/ports/audit-trail.ts';
import type { Erasure } from '../../shared/ports/erasures.ts';
import { access, refusals } from '../auth/access.ts';
import { jsonAnswer } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { problemAnswer } from '../problems/problem-answers.ts';
import { ErasureNotFoundError } from '../subjects/erasure-not-found-error.ts';
import { ErasureStatus } from '../subjects/schema.ts';

export interface SubjectDeps {
  readonly erasure: RequestErasureDeps;
  readonly audit: AuditTrail;
}

const erasureId = z.string().regex(/^[0-9a-f]{32}$/, { error: 'the id that an erasure was answered with' });

const erase = createRoute({
  method: 'delete',
  path: '/subjects/{userId}',
  summary: 'Erase a person from every store, and keep them out from now on',
  description:
    'Answered at once and done in the background; the answer is the same whether anything is stored of the person or not. Sent again, it goes through every store again.',
  ...access('change', { isAudited: false }),
  request: { params: z.strictObject({ userId: z.string().min(1).max(256) }), query: z.strictObject({}) },
  responses: {
    202: jsonAnswer('Begun. Ask for its state under its id.', 'ErasureStatus', ErasureStatus),
    ...refusals,
  },
});

const find = createRoute({
  method: 'get',
  path: '/subjects/erasures/{erasureId}',
  summary: 'How far an erasure is; once it is complete, its signed receipt',
  ...access('change', { isAudited: false }),
  request: { params: z.strictObject({ erasureId }), query: z.strictObject({}) },
  responses: {
    200: jsonAnswer('The erasure.', 'ErasureStatus', ErasureStatus),
    404: problemAnswer('There is no such erasure.'),
    ...refusals,
  },
});

/** Without whom it is about, which only who has asked knows. */
const statusOf = ({ erasureId: id, state, requestedAt, receipt }: Erasure): ErasureStatus => ({
  erasureId: id,
  state,
  requestedAt,
  ...(receipt !== undefined && { receipt }),
});

/** People who ask to be erased. */
export const makeSubjectRoutes = ({ erasure, audit }: SubjectDeps): Area => {
  const area = makeArea();
  const request = makeRequestErasure(erasure);
  area.openapi(erase, async (context) => {
    const { userId } = context.req.valid('param');
    // First, while the key to the person's pseudonym is there.
    await audit.append({
      actor: { userId: context.get('caller').userId, role: 'admin' },
      action: 'subjects.erase',
      subject: userId,
      outcome: 'done',
      requestId: context.env.requestId,
    });
    return context.json(statusOf(await request(userId)), 202);
  });
  area.openapi(find, async (context) => {
    const found = await erasure.erasures.find(context.req.valid('param').erasureId);
    if (found === undefined) throw new ErasureNotFoundError();
    return context.json(statusOf(found), 200);
  });
  return area;
};
