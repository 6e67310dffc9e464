import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts named findings on one resource, each with the reason a reviewer reads.
 *
 * @param construct - the one resource; never a stack, so that a new resource is judged afresh
 * @param reasons - rule id to reason, such as `{ 'AwsSolutions-S1': 'It is the log bucket itself.' }`
 */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
};
