import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../local/http-front/token.ts';
import { appItems } from '../lambdas/support/app-items.ts';
import { restoreEnvironment } from '../lambdas/support/restore-environment.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import {
  makeContract,
  type NamedOperation,
  OpenApiDocument,
  operationsOf,
} from '../support/openapi-contract.ts';
import { preparationClient } from '../support/preparation-client.ts';
import { preparationEvents } from '../support/preparation-events.ts';
import { registerModel } from '../support/register-model.ts';
import { putItems } from './app-table.ts';

/** What one route answers whom, where the request itself is in order. */
interface Row {
  readonly path?: string;
  readonly body?: unknown;
  /** Of a user who asks about themselves, where the request is about a person. */
  readonly self?: number;
  readonly other?: number;
  readonly scientist: number;
  readonly admin: number;
}

const set = {
  name: 'Small',
  target: 'risk',
  modelType: 'classification',
  features: [{ name: 'mood', type: 'aggregated', source: { table: 'features', column: 'mood_daily_mean' } }],
};
const rows = Array.from({ length: 20 }, (_, index) => ({ x: index, y: index % 3 }));
const about = 'userId=ada&startDate=2026-10-25&endDate=2026-10-31';

/** Every route, whatever is added later too: a route that is documented and not here fails the test below. */
const matrix: Readonly<Record<string, Row>> = {
  'POST /feature-sets/create': { body: set, scientist: 403, admin: 201 },
  'GET /feature-sets': { scientist: 200, admin: 200 },
  'GET /feature-sets/{id}': { path: '/feature-sets/none', scientist: 404, admin: 404 },
  'GET /features/extract': {
    path: `/features/extract?${about}`,
    self: 200,
    other: 403,
    scientist: 403,
    admin: 200,
  },
  'POST /models/performance': {
    body: {
      modelId: 'crisis',
      version: 1,
      environment: 'development',
      split: 'test',
      metrics: { auc: { value: 0.8 } },
    },
    scientist: 403,
    admin: 201,
  },
  'GET /models/performance': { path: '/models/performance?modelId=crisis', scientist: 200, admin: 200 },
  'GET /models/compare': { path: '/models/compare?modelId=crisis&versions=1,2', scientist: 409, admin: 409 },
  'GET /models/drift': { path: '/models/drift?modelId=crisis&version=1', scientist: 409, admin: 409 },
  'GET /models': { scientist: 200, admin: 200 },
  'GET /models/{id}/versions': { path: '/models/crisis/versions', scientist: 200, admin: 200 },
  'POST /models/{id}/versions/{version}/promote': {
    path: '/models/crisis/versions/1/promote',
    body: { to: 'staging' },
    scientist: 403,
    admin: 200,
  },
  'POST /models/{id}/rollback': { path: '/models/crisis/rollback', body: {}, scientist: 403, admin: 409 },
  'POST /training/runs': { body: { runId: 'mine' }, scientist: 403, admin: 202 },
  'GET /training/runs/{id}': { path: '/training/runs/none', scientist: 404, admin: 404 },
  'POST /datasets/prepare': {
    body: { datasetId: 'roles', reason: 'a test', source: { kind: 'rows', rows } },
    scientist: 403,
    admin: 201,
  },
  'GET /datasets/jobs/{id}': {
    path: '/datasets/jobs/00000000-0000-4000-8000-000000000000',
    scientist: 403,
    admin: 404,
  },
  'POST /datasets/uploads': { body: {}, scientist: 403, admin: 201 },
  'GET /datasets': { scientist: 200, admin: 200 },
  'GET /datasets/versions': { path: '/datasets/versions?datasetId=none', scientist: 404, admin: 404 },
  'GET /datasets/compare': {
    path: '/datasets/compare?datasetId=none&from=1.0.0&to=1.0.1',
    scientist: 404,
    admin: 404,
  },
  'GET /datasets/load-version': {
    path: '/datasets/load-version?datasetId=none&version=1.0.0',
    scientist: 404,
    admin: 404,
  },
  'GET /dashboard/summary': { scientist: 200, admin: 200 },
  'POST /data/preprocess': {
    body: {
      mode: 'fit',
      steps: [{ step: 'scale', method: 'standard' }],
      trainingRows: [{ x: 1 }, { x: 2 }],
    },
    scientist: 403,
    admin: 200,
  },
  'DELETE /subjects/{userId}': { path: '/subjects/zoe', scientist: 403, admin: 202 },
  'GET /subjects/erasures/{erasureId}': {
    path: '/subjects/erasures/00000000000000000000000000000000',
    scientist: 403,
    admin: 404,
  },
  'GET /openapi.json': { self: 200, other: 200, scientist: 200, admin: 200 },
};

const callers = {
  none: undefined,
  expired: undefined,
  foreign: undefined,
  self: { user: 'ada', groups: [] },
  other: { user: 'eve', groups: [] },
  scientist: { user: 'sia', groups: ['scientists'] },
  admin: { user: 'adm', groups: ['admins'] },
} as const;
type CallerName = keyof typeof callers;
/** Admins last: what they change must not make others' answers. */
const callerNames: readonly CallerName[] = [
  'none',
  'expired',
  'foreign',
  'self',
  'other',
  'scientist',
  'admin',
];

const expectedOf = ({ self = 403, other = 403, scientist, admin }: Row, caller: CallerName): number => {
  const codes = { none: 401, expired: 401, foreign: 401, self, other, scientist, admin };
  return codes[caller];
};

restoreEnvironment();
let aws: TestAws;
let sendEvent: Awaited<ReturnType<typeof preparationEvents>>;
let operations: readonly NamedOperation[];
let contract: ReturnType<typeof makeContract>;
beforeAll(async () => {
  aws = await startTestAws();
  sendEvent = await preparationEvents(aws);
  const day = Date.UTC(2026, 9, 31) / 86_400_000;
  await putItems(aws, appItems({ userId: 'ada', moods: [5, 6], lastDay: day, text: 'x' }));
  await registerModel(aws, { modelName: 'crisis', version: 1 });
  const { body } = await preparationClient(aws)('GET /openapi.json');
  const document = OpenApiDocument.parse(body);
  operations = operationsOf(document);
  contract = makeContract(document);
});
afterAll(() => aws.close());

const tokenOf = async (name: CallerName): Promise<string> => {
  const { dataDir } = aws;
  const { user, groups } = callers[name] ?? callers.admin;
  const hourMs = 3_600_000;
  if (name === 'none') return '';
  if (name === 'foreign') {
    return issueToken({ dataDir, user, groups, expiresIn: '1h', now: Date.now(), clientId: 'another-app' });
  }
  const now = name === 'expired' ? Date.now() - 2 * hourMs : Date.now();
  return issueToken({ dataDir, user, groups, expiresIn: '1h', now });
};

const requestOf = (route: string) => {
  const row = matrix[route] ?? { scientist: 0, admin: 0 };
  const [method = 'GET', path = ''] = route.split(' ');
  return { row, method, path: row.path ?? path };
};

const overHttp = async (route: string, caller: CallerName) => {
  const { row, method, path } = requestOf(route);
  const body = row.body === undefined ? {} : { body: row.body };
  return preparationClient(aws)(`${method} ${path}`, { ...body, token: await tokenOf(caller) });
};

/** The same as the event that API Gateway hands over; `foreign` and `expired` never come so far, an identity token may. */
const asEvent = async (route: string, caller: CallerName) => {
  const { row, method, path } = requestOf(route);
  const { user, groups } = callers[caller] ?? callers.admin;
  const body = row.body === undefined ? {} : { body: row.body };
  const claims =
    caller === 'none'
      ? { claims: null }
      : { claims: { sub: user, token_use: 'id', 'cognito:groups': '[admins]' } };
  return sendEvent(`${method} ${path}`, {
    user,
    groups,
    ...body,
    ...(callers[caller] === undefined && claims),
  });
};

/** A second creation of the same finds it there. */
const again = new Map([
  [201, 200],
  [202, 202],
]);

describe('the roles', () => {
  it('are stated for every documented route', () => {
    const documented = operations.map(({ route }) => route);
    expect([...documented, 'GET /openapi.json'].toSorted()).toEqual(Object.keys(matrix).toSorted());
  });

  it.each(Object.keys(matrix))(
    '%s: each caller gets exactly the stated code, over HTTP and as an event',
    async (route) => {
      const { row } = requestOf(route);
      const operation = operations.find((one) => one.route === route);
      for (const caller of callerNames) {
        const expected = expectedOf(row, caller);
        const viaHttp = await overHttp(route, caller);
        expect(`${caller} ${viaHttp.status}`).toBe(`${caller} ${expected}`);
        const viaEvent = await asEvent(route, caller);
        const repeated = [expected, again.get(expected)];
        expect(repeated, `${caller} as an event: ${viaEvent.status}`).toContain(viaEvent.status);
        if (operation === undefined) continue;
        expect(contract(operation, viaHttp)).toBeUndefined();
        expect(contract(operation, viaEvent)).toBeUndefined();
      }
    },
  );
});
