import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultProvider } from '../../../../lambdas/shared/runtime/environment-credentials.ts';

describe('the credentials of a bundled function', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('are those that Lambda sets, session token included', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
  });

  it('have no session token where the environment has none', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', undefined);
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' });
  });

  it('are missed by name, without the value of the one that is there', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'only-the-id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
    const refusal: unknown = await defaultProvider()().catch((error: unknown) => error);
    expect(String(refusal)).toMatch(/AWS_SECRET_ACCESS_KEY is not set/);
    expect(String(refusal)).not.toContain('only-the-id');
  });
});
