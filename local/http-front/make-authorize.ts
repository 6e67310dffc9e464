import type { DeviceAuthorizerSpec } from '../../lib/catalog-doors.ts';
import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import type { ResourceNames } from '../resource-names.ts';
import { type DeviceAuthorizer, makeDeviceAuthorizer } from './device-authorizer.ts';
import { type HttpAnswer, messageAnswer } from './http-answer.ts';
import type { Authorization, HttpRequest } from './http-event.ts';
import { makeJwtAuthorizer } from './jwt-authorizer.ts';

export interface AuthorizeSettings {
  /** Holds the key that tokens are signed with. */
  readonly dataDir: string;
  /** Needed where a route asks for device keys. */
  readonly deviceAuthorizer?: DeviceAuthorizerSpec | undefined;
  readonly functions: LambdaFunctions;
  readonly names: ResourceNames;
}

/** What the route's authoriser found, or how the gateway itself answers. */
export type Authorized = { readonly authorization?: Authorization } | { readonly refusal: HttpAnswer };

const unauthorized: HttpAnswer = messageAnswer(401, 'Unauthorized');
const unauthorizedBearer: HttpAnswer = {
  ...unauthorized,
  headers: { ...unauthorized.headers, 'www-authenticate': 'Bearer' },
};

const refusals = {
  unauthorized,
  forbidden: messageAnswer(403, 'Forbidden'),
  failed: messageAnswer(500, 'Internal Server Error'),
} as const;

/** The authorisers of the catalogue's routes, as one question. */
export const makeAuthorize = async (
  settings: AuthorizeSettings,
): Promise<(request: HttpRequest) => Promise<Authorized>> => {
  const { deviceAuthorizer: spec, functions, names } = settings;
  const claimsOf = await makeJwtAuthorizer(settings.dataDir);
  const runner = spec && functions.find(names.functionName(spec.target));
  const judge: DeviceAuthorizer =
    spec === undefined || runner === undefined
      ? async () => ({ kind: 'failed' })
      : makeDeviceAuthorizer(spec, runner, Date.now);

  return async (request) => {
    switch (request.match.route.authorizer) {
      case 'none':
        return {};
      case 'jwt': {
        const claims = await claimsOf(request.message.headers.authorization);
        if (claims === undefined) return { refusal: unauthorizedBearer };
        return { authorization: { jwt: { claims, scopes: null } } };
      }
      case 'device': {
        const verdict = await judge(request);
        if (verdict.kind !== 'allowed') return { refusal: refusals[verdict.kind] };
        return { authorization: { lambda: verdict.context } };
      }
    }
  };
};
