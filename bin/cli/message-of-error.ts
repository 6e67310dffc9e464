/**
 * An error in one line for whoever sits at the command line; where the SDK's own words leave open what to do, ours.
 *
 * @example
 * messageOfError(new Error('disk full')) // => 'disk full'
 */
export const messageOfError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.message === 'Region is missing') {
    return 'name a region in AWS_REGION; for the local AWS also AWS_ENDPOINT_URL=http://127.0.0.1:4566';
  }
  if (error.name === 'CredentialsProviderError') {
    return 'no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (any, for the local AWS), or AWS_PROFILE';
  }
  return error.message;
};
