import type { IncomingMessage } from 'node:http';
import { signingService } from '../../local/protocol/signing-service.ts';

/** One raw call of an AWS service, as it comes over the wire. */
export interface AwsCall {
  readonly service: string;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** @param body - all of the request's, read before */
export const awsCall = (request: IncomingMessage, body: Buffer): AwsCall => {
  const { method = 'POST', url = '/', headers } = request;
  return { service: signingService(request) ?? 'unsigned', method, url, headers, body };
};

/** The operation of a JSON protocol, such as `BatchWriteItem`; empty for the other protocols. */
export const operationOf = ({ headers }: AwsCall): string =>
  String(headers['x-amz-target'] ?? '').replace(/^.*\./, '');

/**
 * What a call does to what, the same in every run, such as `dynamodb UpdateItem MindMate-TrainingJobs` or
 * `s3 PUT /bucket/training/train_#.csv`.
 */
export const describeCall = (call: AwsCall): string => {
  const operation = operationOf(call);
  if (call.service === 'dynamodb') {
    const table = /"TableName":"([^"]+)"/.exec(call.body.toString('utf8'))?.[1] ?? '';
    return `dynamodb ${operation} ${table}`.trim();
  }
  if (operation !== '') return `${call.service} ${operation}`;
  const action = /^Action=(\w+)|&Action=(\w+)/.exec(call.body.toString('utf8'));
  if (call.service === 'sns') return `sns ${action?.[1] ?? action?.[2]}`;
  return `${call.service} ${call.method} ${call.url.replace(/\?.*/, '').replaceAll(/\d{8}_\d{6}/g, '#')}`;
};
