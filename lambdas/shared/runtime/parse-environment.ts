import * as z from 'zod/mini';

/**
 * The function's environment, checked once at start, which is not worth compiling the schema for (`jitless`).
 *
 * @throws {Error} naming the variables that are missing or wrong, without their values
 */
export const parseEnvironment = <Shape extends z.core.$ZodShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.output<z.ZodMiniObject<Shape>> => {
  const parsed = z.object(shape).safeParse(environment, { jitless: true });
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))].join(', ');
  throw new Error(
    `Environment variables missing or wrong: ${names}. lib/catalog.ts says what each function needs.`,
  );
};
