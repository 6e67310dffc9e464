import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageOfError } from '../../bin/cli/message-of-error.ts';
import { preparationApi } from '../../bin/cli/preparation-api.ts';
import { type Served, serve } from '../support/serve.ts';

/** Answers with the status and the text that the path's end names. */
const answers: Readonly<Record<string, readonly [status: number, text: string]>> = {
  done: [200, '{"models":[]}'],
  problem: [404, '{"detail":"There is no dataset nope."}'],
  expired: [401, '{"message":"Unauthorized"}'],
  throttled: [429, '{"message":"Too Many Requests"}'],
  page: [200, '<html>'],
};
let served: Served;
beforeAll(async () => {
  served = await serve((request, response) => {
    const [status, text] = answers[request.url?.split('/').at(-1) ?? ''] ?? [500, ''];
    response.writeHead(status).end(text);
  });
});
afterAll(() => served.close());

const call = async (path: string, api = served.endpoint) =>
  (await preparationApi({ api, token: 't', dataDir: 'none' }))(`GET /${path}`);

describe('a command that asks the data preparation API', () => {
  it('has its answer, or says in a line why not and what to do', async () => {
    expect(await call('done')).toEqual({ models: [] });
    await expect(call('problem')).rejects.toThrow('There is no dataset nope.');
    await expect(call('expired')).rejects.toThrow('the token does not hold: it has expired');
    await expect(call('throttled')).rejects.toThrow('the API answered 429');
    await expect(call('page')).rejects.toThrow('is no JSON: is --api the address');
    await expect(call('done', 'http://127.0.0.1:1')).rejects.toThrow('cannot be reached: start it');
    await expect(call('done', 'here')).rejects.toThrow('--api must be an address');
  });

  it('wants a token where the API is not on this machine', async () => {
    await expect(preparationApi({ api: 'https://api.example', dataDir: 'none' })).rejects.toThrow('--token');
  });
});

describe("errors of AWS's SDK", () => {
  it('say which variables are missing', () => {
    expect(messageOfError(new Error('Region is missing'))).toContain('AWS_REGION');
    const error = Object.assign(new Error('Could not load'), { name: 'CredentialsProviderError' });
    expect(messageOfError(error)).toContain('AWS_ACCESS_KEY_ID');
    expect(messageOfError(new Error('disk full'))).toBe('disk full');
    expect(messageOfError('odd')).toBe('odd');
  });
});
