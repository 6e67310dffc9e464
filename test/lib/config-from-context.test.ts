import { describe, expect, it } from 'vitest';
import { configFromContext, InvalidConfigError } from '../../lib/config-from-context.ts';

describe('configFromContext', () => {
  it('reads the object of cdk.json', () => {
    expect(configFromContext({ wellcast: { prefix: 'acme', monthlyBudgetUsd: 50 } })).toMatchObject({
      prefix: 'acme',
      monthlyBudgetUsd: 50,
    });
  });

  it('reads the object as -c gives it, as JSON text', () => {
    expect(configFromContext({ wellcast: '{"prefix":"acme"}' }).prefix).toBe('acme');
  });

  it('lets single keys win, and reads numbers and booleans from their text', () => {
    const config = configFromContext({
      wellcast: { prefix: 'acme', reservedConcurrency: 2 },
      'wellcast:prefix': 'beta',
      'wellcast:reservedConcurrency': '5',
      'wellcast:trainingUseSpot': 'false',
    });
    expect(config).toMatchObject({ prefix: 'beta', reservedConcurrency: 5, trainingUseSpot: false });
  });

  it('reads a list from its text', () => {
    const config = configFromContext({
      'wellcast:jwtIssuer': 'https://id.example.org/',
      'wellcast:jwtAudience': '["app","watch"]',
    });
    expect(config.jwtAudience).toEqual(['app', 'watch']);
  });

  it('leaves text as text where text is meant, even if it looks like a number', () => {
    expect(configFromContext({ 'wellcast:tableName': '12345' }).tableName).toBe('12345');
  });

  it('ignores what is not ours', () => {
    expect(configFromContext({ '@aws-cdk/core:checkSecretUsage': true }).prefix).toBe('mindmate');
  });

  it.each([
    ['an unknown setting', { 'wellcast:prefx': 'acme' }, /prefx/],
    ['a value out of range', { 'wellcast:userConcurrency': '1000' }, /userConcurrency/],
    ['text where an object belongs', { wellcast: 'acme' }, /must be an object/],
  ])('refuses %s by name', (_what, context, message) => {
    expect(() => configFromContext(context)).toThrow(InvalidConfigError);
    expect(() => configFromContext(context)).toThrow(message);
  });
});
