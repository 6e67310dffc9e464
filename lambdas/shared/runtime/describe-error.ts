/** What of an error may enter a log. */
export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  readonly httpStatus?: number;
  readonly frames: readonly string[];
  readonly cause?: ErrorDescription;
}

const word = /^[\w.$-]{1,80}$/;
const frame = /^\s+at .{1,300}$/;
const maxFrames = 12;
const maxCauses = 3;

/**
 * The parts of an error that cannot carry someone's data: class name, code, HTTP status and stack frames. The
 * message stays out, since those of the SDK and of parsers may quote a key, an id or a text.
 */
export const describeError = (error: unknown, depth = 0): ErrorDescription => {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}`, frames: [] };
  const code =
    'code' in error && typeof error.code === 'string' && word.test(error.code) ? error.code : undefined;
  const httpStatus = '$metadata' in error ? statusIn(error.$metadata) : undefined;
  return {
    name: word.test(error.name) ? error.name : 'Error',
    ...(code === undefined ? {} : { code }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    frames: framesOf(error),
    ...(error.cause === undefined || depth >= maxCauses
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
};

const framesOf = (error: Error): readonly string[] => {
  const stack = error.stack ?? '';
  const messageEnd = error.message === '' ? 0 : stack.indexOf(error.message) + error.message.length;
  return stack
    .slice(messageEnd)
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, maxFrames)
    .map((line) => line.trim());
};

const statusIn = (metadata: unknown): number | undefined =>
  typeof metadata === 'object' &&
  metadata !== null &&
  'httpStatusCode' in metadata &&
  typeof metadata.httpStatusCode === 'number'
    ? metadata.httpStatusCode
    : undefined;
