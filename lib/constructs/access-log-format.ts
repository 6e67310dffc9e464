import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/**
 * What is written about each call of an HTTP API: the route, not the path; no body, no query, no address, no token,
 * nobody's id.
 */
export const accessLogFormat: AccessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    responseBytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    integrationLatencyMs: '$context.integrationLatency',
    integrationStatus: '$context.integrationStatus',
    errorType: '$context.error.responseType',
  }),
);
