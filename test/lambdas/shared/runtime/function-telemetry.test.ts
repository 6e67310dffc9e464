import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { describeError } from '../../../../lambdas/shared/runtime/describe-error.ts';
import { makeFunctionTelemetry } from '../../../../lambdas/shared/runtime/function-telemetry.ts';
import { parseEnvironment } from '../../../../lambdas/shared/runtime/parse-environment.ts';

const captured: string[] = [];
const capture = () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      captured.push(String(chunk));
      return true;
    });
  }
};
afterEach(() => {
  vi.restoreAllMocks();
  captured.length = 0;
});

describe('telemetry', () => {
  it('writes facts with the correlation id of their own invocation, also when two overlap', async () => {
    capture();
    const telemetry = makeFunctionTelemetry('test');
    await Promise.all(
      ['a', 'b'].map((id) =>
        telemetry.during(id, async () => {
          await Promise.resolve();
          telemetry.info('counted', { rows: 3, id });
          telemetry.warn('refused');
          telemetry.count('Requests');
        }),
      ),
    );
    const lines = captured.map((line): unknown => JSON.parse(line));
    const counted = lines.filter((line) => JSON.stringify(line).includes('"counted"'));
    expect(counted).toMatchObject([
      { rows: 3, id: 'a', correlationId: 'a', service: 'test' },
      { rows: 3, id: 'b', correlationId: 'b' },
    ]);
    expect(lines.some((line) => JSON.stringify(line).includes('"Namespace":"wellcast"'))).toBe(true);
  });

  it('logs an error without its message, which may quote a key', () => {
    capture();
    const cause = Object.assign(new Error('PK canary'), { $metadata: { httpStatusCode: 400 } });
    makeFunctionTelemetry('test').error(
      'failed',
      new TypeError('USER#canary\n    at canary (x.ts:1:1)', { cause }),
    );
    expect(captured.join('')).not.toContain('canary');
    expect(JSON.parse(captured[0] ?? '')).toMatchObject({
      level: 'ERROR',
      correlationId: 'none',
      failure: { name: 'TypeError', cause: { name: 'Error', httpStatus: 400 } },
    });
  });
});

describe('a described error', () => {
  it('has name, code and frames', () => {
    const error = Object.assign(new Error('secret'), { code: 'ECONNRESET' });
    expect(describeError(error)).toMatchObject({ name: 'Error', code: 'ECONNRESET' });
    expect(describeError(error).frames[0]).toMatch(/^at /);
  });

  it('gives away nothing that only looks like a name or code', () => {
    const error = Object.assign(new Error('x'), { name: 'user canary!', code: 'a canary text' });
    expect(JSON.stringify(describeError(error))).not.toContain('canary');
    expect(describeError('canary')).toEqual({ name: 'thrown string', frames: [] });
  });

  it('follows causes, but not for ever', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).match(/"cause"/g)).toHaveLength(3);
  });
});

describe('the environment', () => {
  it('is refused with the names that are missing and without values', () => {
    const shape = { TABLE_NAME: z.string(), USER_CONCURRENCY: z.coerce.number().int() };
    expect(() => parseEnvironment(shape, { USER_CONCURRENCY: 'canary' })).toThrow(
      /TABLE_NAME, USER_CONCURRENCY\./,
    );
    expect(parseEnvironment(shape, { TABLE_NAME: 't', USER_CONCURRENCY: '3' })).toEqual({
      TABLE_NAME: 't',
      USER_CONCURRENCY: 3,
    });
  });
});
