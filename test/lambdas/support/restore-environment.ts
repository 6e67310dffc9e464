import { afterAll } from 'vitest';

/** Puts the environment of this process back as it is now, after the tests of the file. */
export const restoreEnvironment = (): void => {
  const before = { ...process.env };
  afterAll(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
};
