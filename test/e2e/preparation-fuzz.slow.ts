import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreEnvironment } from '../lambdas/support/restore-environment.ts';
import { arbitraryOfSchema } from '../support/arbitrary-of-schema.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import {
  makeContract,
  type NamedOperation,
  OpenApiDocument,
  operationsOf,
} from '../support/openapi-contract.ts';
import { preparationEvents } from '../support/preparation-events.ts';
import { registerModel } from '../support/register-model.ts';

restoreEnvironment();
const admin = { user: 'ada', groups: ['admins'] };
/** Calls of each operation; more for a longer look. */
const callsEach = Number(process.env['FUZZ_CALLS'] ?? 5);

let aws: TestAws;
let call: Awaited<ReturnType<typeof preparationEvents>>;
let document: OpenApiDocument;
let contract: ReturnType<typeof makeContract>;
beforeAll(async () => {
  aws = await startTestAws();
  call = await preparationEvents(aws);
  for (const version of [1, 2]) await registerModel(aws, { modelName: 'a', version });
  document = OpenApiDocument.parse((await call('GET /openapi.json')).body);
  contract = makeContract(document);
});
afterAll(() => aws.close());

interface Asked {
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const record = (parameters: NamedOperation['parameters']): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(parameters.map(({ name, schema }) => [name, arbitraryOfSchema(schema, document)])),
    { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
  );

/** Requests as the document allows them. */
const wellFormed = ({ parameters, requestBody }: NamedOperation): fc.Arbitrary<Asked> => {
  const ofKind = (kind: string) => parameters.filter((parameter) => parameter.in === kind);
  const content = requestBody?.content['application/json'];
  return fc.record({
    query: record(ofKind('query')),
    path: record(ofKind('path')),
    ...(content !== undefined && { body: arbitraryOfSchema(content.schema, document) }),
  });
};

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', ' ', '%00', '../..', '1e999', -1, 1e308, [], {}, null, '\u0000', '😀', 'constructor'),
);

/** The same with one part replaced by something else, or with a part too many. */
const illFormed = (operation: NamedOperation): fc.Arbitrary<Asked> =>
  fc
    .tuple(wellFormed(operation), fc.nat(), anything, fc.constantFrom('query', 'path', 'body', 'more'))
    .map(([asked, place, value, where]) => {
      const replaced = <Part extends object>(part: Part): Part => {
        const names = Object.keys(part);
        const name = names[place % Math.max(1, names.length)] ?? 'unknown';
        return { ...part, [name]: value };
      };
      if (where === 'more') return { ...asked, query: { ...asked.query, surplus: value } };
      if (where === 'query') return { ...asked, query: replaced(asked.query) };
      if (where === 'path' && Object.keys(asked.path).length > 0)
        return { ...asked, path: replaced(asked.path) };
      return { ...asked, body: asked.body === Object(asked.body) ? replaced(Object(asked.body)) : value };
    });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const send = async (operation: NamedOperation, { query, path, body }: Asked) => {
  const [method = 'GET', template = ''] = operation.route.split(' ');
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    // An empty or dotted part would be another path.
    const text = textOf(path[name]);
    return /^\.*$/.test(text) ? 'x' : encodeURIComponent(text.toWellFormed());
  });
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, textOf(value)]);
  const queryText = new URLSearchParams(pairs).toString();
  const hasBody = operation.requestBody !== undefined && body !== undefined;
  return call(`${method} ${filled}${queryText === '' ? '' : `?${queryText}`}`, {
    ...admin,
    ...(hasBody && { body: JSON.stringify(body) }),
  });
};

const check = async (requests: (operation: NamedOperation) => fc.Arbitrary<Asked>): Promise<Set<string>> => {
  const seen = new Set<string>();
  for (const operation of operationsOf(document)) {
    await fc.assert(
      fc.asyncProperty(requests(operation), async (asked) => {
        const answer = await send(operation, asked);
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
        expect(contract(operation, answer)).toBeUndefined();
        seen.add(`${operation.route} ${answer.status}`);
      }),
      { numRuns: callsEach, endOnFailure: true },
    );
  }
  return seen;
};

describe('whatever is sent to any route', () => {
  it('as the document allows it, is answered as the document says, and never by a failure', async () => {
    const seen = await check(wellFormed);
    // Not all of it is turned away at the door.
    expect([...seen].filter((answer) => answer.includes(' 20')).length).toBeGreaterThan(4);
  }, 120_000);

  it('as the document does not allow it, is answered as the document says, and never by a failure', async () => {
    await check(illFormed);
  }, 120_000);
});
