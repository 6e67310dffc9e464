import type { AwsCall, CallAws } from './call-aws.ts';

/** A service that takes operations as JSON: its name in signatures, the protocol's version, and whose operations. */
export interface JsonService {
  readonly service: Exclude<AwsCall['service'], 's3'>;
  readonly version: '1.0' | '1.1';
  /** Such as `DynamoDB_20120810`. */
  readonly target: string;
}

/**
 * Calls operations of a service that speaks AWS's JSON protocol.
 *
 * @returns the answer as it came, taken at AWS's word for what it is, as the SDK takes it
 */
export const makeJsonCall =
  (callAws: CallAws, { service, version, target }: JsonService) =>
  async <Output>(operation: string, input: object): Promise<Output> => {
    const headers = {
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': `${target}.${operation}`,
    };
    const body = await callAws({ service, headers, body: JSON.stringify(input) });
    return JSON.parse(body.toString('utf8'));
  };
