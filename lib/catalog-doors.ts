/** What is called from outside: the routes of the HTTP API and the endpoints of models. */
import type { FunctionId } from './catalog-ids.ts';

/** When an endpoint is held to be bad: the alarm goes off at the threshold and above. */
export interface EndpointAlarmSpec {
  /** Begins with the endpoint's name. */
  readonly name: string;
  readonly description: string;
  /** Errors of the model, summed; or its mean time to answer, in microseconds. */
  readonly metric: 'Invocation5XXErrors' | 'ModelLatency';
  readonly threshold: number;
  readonly periodSeconds: number;
}

/** An endpoint of SageMaker, made by the first approval of its model and not by a stack. */
export interface EndpointSpec {
  readonly name: string;
  /** In the registry. */
  readonly modelName: string;
  readonly variantName: string;
  readonly alarms: readonly EndpointAlarmSpec[];
}

/** A route of the HTTP API. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly target: FunctionId;
  /** Who vouches for the caller: the API's JWT authoriser, the function that knows device keys, or nobody. */
  readonly authorizer: 'jwt' | 'device' | 'none';
  /** For all callers together; beyond it the gateway answers 429. @default as the account allows */
  readonly throttle?: { readonly ratePerSecond: number; readonly burst: number };
}

/** The Lambda authoriser of `device` routes. */
export interface DeviceAuthorizerSpec {
  readonly target: FunctionId;
  /** The header that carries the key; a request without it is 401, and the function is not asked. */
  readonly header: string;
  /** How long an answer holds, and so how long a revoked key may go on. 0: every request is asked about. */
  readonly cacheSeconds: number;
}
