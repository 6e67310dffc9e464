/** What signs a call to AWS. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * Stands for `@aws-sdk/credential-provider-node` in bundles. Lambda hands a function its credentials as environment
 * variables, and so does the local AWS; the SDK's own chain also knows profiles, single sign-on, containers and
 * machines, a seventh of a bundle that is read at every start and never used.
 *
 * @returns a provider of the credentials in the environment
 * @throws {Error} from the provider, when the environment has none
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Error(
      'AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set. Lambda sets both; set them where it is not Lambda.',
    );
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
};
