import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedModel } from '../../../../ml/container/serving/load-served-model.ts';
import { makeModelServer } from '../../../../ml/container/serving/make-model-server.ts';
import { customerColumns } from '../../../../ml/features/customer/customer-columns.ts';
import { scoreCustomers } from '../../../../ml/models/customer-health/score-customers.ts';
import { overflowingHealthModel, trainedHealthModel } from '../../../support/customer-health-model.ts';
import { exampleCustomer } from '../../features/customer/example-customer.ts';

const trained = trainedHealthModel();
const record = Object.fromEntries(customerColumns.map(({ name }, index) => [name, exampleCustomer[index]]));
const names = Object.keys(record);
const csvLine = exampleCustomer.join(',');
const lines: string[] = [];
const closing: (() => Promise<unknown>)[] = [];

const start = async (served: ServedModel): Promise<string> => {
  const server = makeModelServer({ served, report: (line) => lines.push(line) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

let url: string;
beforeAll(async () => {
  url = await start({ kind: 'model', model: trained.model, version: '0123456789abcdef' });
});
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
});

const post = async (body: unknown, headers: Record<string, string> = {}, at = url) => {
  const answer = await fetch(`${at}/invocations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type') === 'application/json';
  return { status: answer.status, text, body: isJson ? JSON.parse(text) : undefined };
};

const [expected] = scoreCustomers(trained.model, [exampleCustomer]);
const prediction = {
  first_session_success: expected?.firstSessionSuccess,
  session_velocity: expected?.sessionVelocity,
  churn_risk_14d: expected?.churnRisk14d,
  churn_risk_30d: expected?.churnRisk30d,
  health_score: expected?.healthScore,
};

describe('/invocations', () => {
  it.each([
    ['an object by column name', record, 1],
    ["the guide's list of 46 values", exampleCustomer, 1],
    ['a list', [record, exampleCustomer], 2],
    ['instances', { instances: [exampleCustomer, record, record] }, 3],
  ])('answers %s with a prediction each, as the model gives it', async (_, body, count) => {
    expect(await post(body)).toMatchObject({
      status: 200,
      body: {
        predictions: Array.from({ length: count }, () => prediction),
        modelVersion: '0123456789abcdef',
      },
    });
  });

  it.each([
    ['without a header', `${csvLine}\n${csvLine}\n`],
    [
      'with one, whatever the order',
      `${names.toReversed().join(',')}\n${csvLine.split(',').toReversed().join(',')}\n${csvLine.split(',').toReversed().join(',')}\n`,
    ],
    [
      'with Windows line ends and a byte-order mark',
      `\uFEFF${names.join(',')}\r\n${csvLine}\r\n${csvLine}\r\n`,
    ],
  ])('reads CSV %s', async (_, body) => {
    const { status, body: answer } = await post(body, { 'content-type': 'text/csv; charset=utf-8' });
    expect([status, answer.predictions]).toEqual([200, [prediction, prediction]]);
  });

  it('reads an empty cell as unknown, and refuses it where a column never is', async () => {
    const unknown = [...exampleCustomer.map(String)];
    unknown[names.indexOf('avg_rating_7d')] = '';
    expect(await post(unknown.join(','), { 'content-type': 'text/csv' })).toMatchObject({ status: 200 });
    unknown[names.indexOf('total_spend')] = '';
    const refused = await post(unknown.join(','), { 'content-type': 'text/csv' });
    expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('customers[0].total_spend') });
  });

  it('writes CSV where Accept wants it: one line a customer, in the order of the outputs', async () => {
    const { status, text } = await post([record, record], { accept: 'text/csv' });
    const line = Object.values(prediction).join(',');
    expect([status, text]).toEqual([200, `${line}\n${line}\n`]);
  });

  it('gives three reasons for each where they are asked for', async () => {
    const { body } = await post({ instances: [record], explain: true });
    expect(body.predictions[0].reasons).toHaveLength(3);
    expect(body.predictions[0].reasons[0]).toEqual({
      feature: expect.stringMatching(/\w+/),
      direction: expect.stringMatching(/raises|lowers/),
      contribution: expect.any(Number),
    });
  });

  const { total_spend: _, ...missing } = record;
  it.each([
    ['a missing column', missing, 400, 'total_spend must be'],
    ['an extra column', { ...record, mood: 3 }, 400, 'mood must be left out'],
    ['a renamed column', { ...missing, spend: 3 }, 400, 'total_spend must be'],
    [
      'NaN, as Python writes it',
      JSON.stringify(record).replace('1800', 'NaN'),
      400,
      'total_spend must be a number from 0 to 1000000000; NaN arrived',
    ],
    ['a value out of its range', { ...record, cancellation_rate_7d: 1.2 }, 400, 'cancellation_rate_7d'],
    ['a category never seen', { ...record, grade_level: 'kindergarten' }, 400, 'grade_level'],
    [
      'a wrong record of several',
      [record, { ...record, total_sessions: -1 }],
      400,
      'customers[1].total_sessions',
    ],
    ['too many at once', Array.from({ length: 501 }, () => 1).map(() => record), 413, 'At most 500'],
    ['what is no JSON', '{"total', 400, 'must be JSON'],
    ['explain that is no yes or no', { instances: [record], explain: 'yes' }, 400, 'explain must be'],
    ['a body beyond the limit', ' '.repeat(7 * 1024 * 1024), 413, '6291456 bytes'],
  ])('refuses %s', async (_name, body, status, said) => {
    expect(await post(body)).toMatchObject({ status, text: expect.stringContaining(said) });
  });

  it('refuses kinds of bodies and answers that it does not know', async () => {
    expect((await post('<x/>', { 'content-type': 'application/xml' })).status).toBe(415);
    expect((await post(record, { accept: 'image/png' })).status).toBe(406);
  });

  it('answers 500, and not a number that is none, when the weights are broken', async () => {
    const model = overflowingHealthModel().model;
    const broken = await start({ kind: 'model', model, version: '0123456789abcdef' });
    expect(await post(record, {}, broken)).toMatchObject({
      status: 500,
      body: { error: { code: 'model-failed' } },
    });
  });

  it('never says in its log what it was sent', () => {
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).not.toMatch(/1800|kindergarten|total_/);
  });
});

describe('/ping', () => {
  it('answers 200 with a model', async () => {
    expect((await fetch(`${url}/ping`)).status).toBe(200);
  });

  it('answers 503 without one, and so does /invocations', async () => {
    const empty = await start({ kind: 'none' });
    expect((await fetch(`${empty}/ping`)).status).toBe(503);
    expect(await post(record, {}, empty)).toMatchObject({
      status: 503,
      body: { error: { code: 'model-unavailable', message: expect.stringContaining('No model is loaded') } },
    });
  });

  it('is all there is beside it', async () => {
    expect((await fetch(`${url}/models`)).status).toBe(404);
    expect((await fetch(`${url}/invocations`)).status).toBe(404);
  });
});
