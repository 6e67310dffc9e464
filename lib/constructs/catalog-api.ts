import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import {
  HttpJwtAuthorizer,
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
} from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { RouteSpec } from '../catalog-doors.ts';
import type { FunctionId } from '../catalog-ids.ts';
import type { Catalog } from '../catalog-shapes.ts';
import { accessLogFormat } from './access-log-format.ts';
import type { FunctionsOfStack } from './catalog-functions.ts';
import { pascalCase } from './pascal-case.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface CatalogApiProps {
  /** Begins with the prefix: the key of its log lets no other be written. */
  readonly name: string;
  readonly description: string;
  readonly routes: Catalog['routes'];
  readonly deviceAuthorizer: Catalog['deviceAuthorizer'];
  readonly functions: FunctionsOfStack;
  readonly tokens: TokenIssuer;
  /** Encrypts the access log. */
  readonly key: IKey;
  readonly logRetentionDays: number;
}

/** What all routes together bear, where a route says nothing of its own. */
const defaultThrottle = { ratePerSecond: 50, burst: 100 };

const routeKey = (route: RouteSpec): string => `${route.method} ${route.path}`;

/** The catalogue's routes as an HTTP API: who may come, how often, and what is written down about it. */
export class CatalogApi extends Construct {
  readonly api: HttpApi;

  readonly #props: CatalogApiProps;
  readonly #integrations = new Map<FunctionId, HttpLambdaIntegration>();

  constructor(scope: Construct, id: string, props: CatalogApiProps) {
    super(scope, id);
    this.#props = props;
    this.api = new HttpApi(this, 'Api', {
      apiName: props.name,
      description: props.description,
      createDefaultStage: false,
    });
    const authorizers: Record<RouteSpec['authorizer'], () => IHttpRouteAuthorizer> = {
      jwt: once(() => this.#jwtAuthorizer()),
      device: once(() => this.#deviceAuthorizer()),
      none: once(() => new HttpNoneAuthorizer()),
    };
    const stage = this.#stage();
    for (const route of props.routes) {
      const [added] = this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: this.#integration(route.target),
        authorizer: authorizers[route.authorizer](),
      });
      // A stage refuses to throttle a route that is not there yet.
      if (added !== undefined) stage.node.addDependency(added);
    }
  }

  /** One for each function, however many routes lead there. */
  #integration(id: FunctionId): HttpLambdaIntegration {
    const known = this.#integrations.get(id);
    const integration = known ?? new HttpLambdaIntegration(pascalCase(id), this.#function(id));
    this.#integrations.set(id, integration);
    return integration;
  }

  #function(id: FunctionId): IFunction {
    const found = this.#props.functions.get(id);
    if (found !== undefined) return found.invocable;
    throw new Error(`The routes of ${this.#props.name} lead to ${id}, which is in another stack.`);
  }

  #jwtAuthorizer(): HttpJwtAuthorizer {
    const { issuer, audience } = this.#props.tokens;
    return new HttpJwtAuthorizer('Jwt', issuer, { jwtAudience: [...audience] });
  }

  #deviceAuthorizer(): HttpLambdaAuthorizer {
    const { deviceAuthorizer: spec } = this.#props;
    if (spec === undefined) throw new Error('A route asks for device keys, and no function knows them.');
    return new HttpLambdaAuthorizer('Device', this.#function(spec.target), {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: [`$request.header.${spec.header}`],
      resultsCacheTtl: Duration.seconds(spec.cacheSeconds),
    });
  }

  #stage(): HttpStage {
    const { name, key, logRetentionDays, routes } = this.#props;
    const logGroup = new LogGroup(this, 'AccessLogs', {
      // Under this name AWS needs no policy of ours for each log group.
      logGroupName: `/aws/vendedlogs/${name}`,
      retention: logRetentionDays,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: defaultThrottle.ratePerSecond, burstLimit: defaultThrottle.burst },
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: accessLogFormat },
    });
    const { defaultChild } = stage.node;
    if (!(defaultChild instanceof CfnStage)) throw new TypeError('The stage has no resource of its own.');
    defaultChild.routeSettings = Object.fromEntries(
      routes.flatMap((route) => (route.throttle === undefined ? [] : [[routeKey(route), settings(route)]])),
    );
    return stage;
  }
}

const settings = ({ throttle = defaultThrottle }: RouteSpec) => ({
  ThrottlingRateLimit: throttle.ratePerSecond,
  ThrottlingBurstLimit: throttle.burst,
  DetailedMetricsEnabled: true,
});

/** Makes a thing when it is first asked for, and gives the same one ever after. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
