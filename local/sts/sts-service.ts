import { makeAwsQueryService } from '../protocol/aws-query-service.ts';
import { localAccountId } from '../resource-names.ts';
import type { LocalService } from '../service.ts';

/** STS: says who the caller is, which here is always the same. */
export const makeStsService = (): LocalService =>
  makeAwsQueryService({
    signingNames: ['sts'],
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: {
      GetCallerIdentity: () => ({
        Arn: `arn:aws:iam::${localAccountId}:user/local`,
        UserId: 'AIDALOCAL',
        Account: localAccountId,
      }),
    },
  });
