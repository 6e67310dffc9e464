import type { DeviceAuthorizerSpec } from '../../lib/catalog-doors.ts';
import type { FunctionRunner } from '../lambda/function-runner.ts';
import { authorizerEvent, type HttpRequest } from './http-event.ts';

/** What became of a request at the Lambda authoriser. */
export type DeviceVerdict =
  | { readonly kind: 'allowed'; readonly context: Readonly<Record<string, unknown>> | null }
  /** `unauthorized`: it carried no key, and nobody was asked; `failed`: the function gave no verdict. */
  | { readonly kind: 'unauthorized' | 'forbidden' | 'failed' };

export type DeviceAuthorizer = (request: HttpRequest) => Promise<DeviceVerdict>;

/** So many verdicts are remembered at most; the oldest are forgotten first. */
const maxRemembered = 1000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a simple response: `{isAuthorized, context?}`. */
const verdictOf = (payload: string): DeviceVerdict => {
  const answer: unknown = JSON.parse(payload);
  if (!isObject(answer) || typeof answer['isAuthorized'] !== 'boolean') return { kind: 'failed' };
  if (!answer['isAuthorized']) return { kind: 'forbidden' };
  return { kind: 'allowed', context: isObject(answer['context']) ? answer['context'] : null };
};

/**
 * The HTTP API's Lambda authoriser with simple responses: asks the function about the header's value, and remembers
 * the verdict as long as the catalogue says, whatever the route.
 *
 * @param now - the clock, in epoch milliseconds
 */
export const makeDeviceAuthorizer = (
  spec: DeviceAuthorizerSpec,
  runner: FunctionRunner,
  now: () => number,
): DeviceAuthorizer => {
  const remembered = new Map<string, { readonly verdict: DeviceVerdict; readonly until: number }>();
  const header = spec.header.toLowerCase();

  const remember = (key: string, verdict: DeviceVerdict): void => {
    if (spec.cacheSeconds === 0 || verdict.kind === 'failed') return;
    remembered.delete(key);
    remembered.set(key, { verdict, until: now() + spec.cacheSeconds * 1000 });
    const [oldest] = remembered.keys();
    if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
  };

  return async (request) => {
    const key = request.message.headers[header];
    if (typeof key !== 'string' || key === '') return { kind: 'unauthorized' };
    const known = remembered.get(key);
    if (known !== undefined && now() < known.until) return known.verdict;
    const { failed, payload } = await runner.invoke(JSON.stringify(authorizerEvent(request, [key])));
    const verdict: DeviceVerdict = failed ? { kind: 'failed' } : verdictOf(payload);
    remember(key, verdict);
    return verdict;
  };
};
