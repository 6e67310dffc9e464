import { describe, expect, it } from 'vitest';
import { makeLeaveRecords } from '../../../lambdas/serve-health-history/leave-records.ts';
import { EpisodeNotFoundError } from '../../../lambdas/serve-health-history/take-feedback.ts';
import type { AuditEntry } from '../../../lambdas/shared/ports/audit-trail.ts';
import type { HttpEvent } from '../../../lambdas/shared/runtime/api-gateway-event.ts';
import { syncEvent } from '../support/sync-set-up.ts';

const setUp = (answer: () => Promise<unknown> = async () => ({ history: [] })) => {
  const records: AuditEntry[] = [];
  const order: string[] = [];
  const append = async (entry: AuditEntry) => {
    order.push('record');
    records.push(entry);
    return { sequence: records.length };
  };
  const serve = async () => {
    order.push('serve');
    return answer();
  };
  const waits: number[] = [];
  const sleep = async (durationMs: number) => {
    waits.push(durationMs);
  };
  const call = (event: HttpEvent) =>
    makeLeaveRecords({ audit: { append }, serve, sleep })(event, { awsRequestId: 'request-1' });
  return { call, records, order, waits, serve, sleep };
};
const get = (path: string, query: object = {}): HttpEvent => ({
  ...syncEvent('', 'ada', `GET ${path}`),
  queryStringParameters: query,
});
const feedback = (body: object): HttpEvent =>
  syncEvent(JSON.stringify(body), 'ada', 'POST /health-data/feedback');
const ofAda = { actor: { userId: 'ada', role: 'user' }, subject: 'ada', requestId: 'request-1' };

describe("each reading and change of a person's history", () => {
  it.each([
    ['history', get('/health-data/history'), 'user'],
    ['status', get('/health-data/status'), 'user'],
    ['feedback', feedback({ alertId: 'a', verdict: 'confirmed' }), 'user'],
    ['history', get('/device/health-data/history'), 'device'],
  ] as const)('is recorded before it is answered: %s', async (what, event, role) => {
    const { call, records, order } = setUp();
    expect(await call(event)).toEqual({ history: [] });
    expect(records).toEqual([
      { ...ofAda, actor: { userId: 'ada', role }, action: `health-data.${what}`, outcome: 'done' },
    ]);
    expect(order).toEqual(['serve', 'record']);
  });

  it('is recorded as refused where it was of another, with whom it was about, and reads nothing', async () => {
    for (const event of [
      get('/health-data/history', { userId: 'ben' }),
      feedback({ userId: 'ben', alertId: 'a', verdict: 'confirmed' }),
    ]) {
      const { call, records, order } = setUp();
      await expect(call(event)).rejects.toMatchObject({ code: 'other-user' });
      expect(records).toMatchObject([{ actor: { userId: 'ada' }, subject: 'ben', outcome: 'refused' }]);
      expect(order).toEqual(['record']);
    }
  });

  it('is refused after the same time whether the trail knows the other or not, and delayed for no other reason', async () => {
    const refused = setUp();
    await expect(refused.call(get('/health-data/status', { userId: 'ben' }))).rejects.toThrow('another user');
    expect(refused.waits).toEqual([100]);
    const own = setUp();
    await own.call(get('/health-data/status'));
    expect(own.waits).toEqual([]);
  });

  it('is recorded with what became of it where it found nothing or failed', async () => {
    for (const [error, outcome] of [
      [new EpisodeNotFoundError(), 'not-found'],
      [new Error('no table'), 'failed'],
    ] as const) {
      const { call, records } = setUp(() => Promise.reject(error));
      await expect(call(get('/health-data/status'))).rejects.toBe(error);
      expect(records).toEqual([{ ...ofAda, action: 'health-data.status', outcome }]);
    }
  });

  it('leaves none where it could not be understood, or nobody asked', async () => {
    const { call, records, order } = setUp();
    await expect(call(get('/health-data/history', { limit: '0' }))).rejects.toThrow();
    await expect(call(feedback({ verdict: 'maybe' }))).rejects.toThrow();
    await expect(call({ routeKey: 'GET /health-data/history' })).rejects.toThrow('access token');
    expect([records, order]).toEqual([[], []]);
  });

  it('is not answered where no record can be left', async () => {
    const { serve, sleep } = setUp();
    const append = () => Promise.reject(new Error('no trail'));
    const call = makeLeaveRecords({ audit: { append }, serve, sleep });
    await expect(call(get('/health-data/history'), { awsRequestId: 'r' })).rejects.toThrow('no trail');
  });
});
