import * as z from 'zod';
import { Config, configFields } from './config.ts';

/** Why settings cannot be used; one line per setting. */
export class InvalidConfigError extends Error {
  readonly code = 'invalid-config';
  override readonly name = 'InvalidConfigError';
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fieldSchemas: Readonly<Record<string, z.ZodType>> = configFields;

/** `-c` gives text only: a field that takes no text gets what the text says in JSON, such as `true` or `50`. */
const fromCommandLine = (field: string, value: unknown): unknown => {
  const schema = fieldSchemas[field];
  if (typeof value !== 'string' || schema === undefined || schema.safeParse(value).success) return value;
  const parsed = parseJson(value);
  return schema.safeParse(parsed).success ? parsed : value;
};

const settingsObject = (value: unknown): Readonly<Record<string, unknown>> => {
  const given = typeof value === 'string' ? parseJson(value) : (value ?? {});
  const parsed = z.record(z.string(), z.unknown()).safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InvalidConfigError(
    'The context "wellcast" must be an object of settings, such as {"prefix":"acme"}.',
  );
};

/**
 * Settings from CDK context: the object `wellcast` (cdk.json) and keys `wellcast:<setting>` (`-c` on the command
 * line), which win.
 *
 * @param context - all of the app's context
 * @throws {InvalidConfigError} naming each setting that is unknown or out of range, and what was expected
 */
export const configFromContext = (context: Readonly<Record<string, unknown>>): Config => {
  const single = Object.entries(context)
    .filter(([key]) => key.startsWith('wellcast:'))
    .map(([key, value]) => [key.slice('wellcast:'.length), value] as const);
  const given = { ...settingsObject(context['wellcast']), ...Object.fromEntries(single) };
  const result = Config.safeParse(
    Object.fromEntries(Object.entries(given).map(([field, value]) => [field, fromCommandLine(field, value)])),
  );
  if (result.success) return result.data;
  throw new InvalidConfigError(
    `Settings in the context "wellcast" that cannot be used:\n${z.prettifyError(result.error)}\nKnown settings: ${Object.keys(configFields).join(', ')}.`,
  );
};
