type Environment = Readonly<Record<string, string | undefined>>;

/** Services that are called without the SDK, by their names in signatures. */
export type ServiceName = 'dynamodb' | 's3' | 'secretsmanager' | 'sns';

/** As the SDK spells each in `AWS_ENDPOINT_URL_…`. */
const serviceIds: Readonly<Record<ServiceName, string>> = {
  dynamodb: 'DYNAMODB',
  s3: 'S3',
  secretsmanager: 'SECRETS_MANAGER',
  sns: 'SNS',
};

/** The endpoint that the environment sets for a service or for all, as the SDK reads it. */
const setEndpoint = (service: ServiceName, environment: Environment): string | undefined =>
  environment[`AWS_ENDPOINT_URL_${serviceIds[service]}`] || environment['AWS_ENDPOINT_URL'] || undefined;

const regionalHost = (service: ServiceName, region: string, environment: Environment): string => {
  const fips = environment['AWS_USE_FIPS_ENDPOINT'] === 'true' ? '-fips' : '';
  return `${service}${fips}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
};

/**
 * Where a service listens: at the endpoint that the environment sets, else at its region's.
 *
 * @example
 * endpointOf('sns', 'eu-central-1', {}).href // => 'https://sns.eu-central-1.amazonaws.com/'
 */
export const endpointOf = (service: ServiceName, region: string, environment: Environment): URL =>
  new URL(setEndpoint(service, environment) ?? `https://${regionalHost(service, region, environment)}`);

/** Bytes of a key that a path may hold as they are (RFC 3986, unreserved) are all that S3 signs unencoded. */
const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Where an object lies. AWS takes the bucket as a part of the host; an endpoint of one's own takes it in the path,
 * and so does a bucket with dots, which the certificate of AWS does not cover.
 *
 * @example
 * objectAddress({ Bucket: 'models', Key: 'a b' }, 'us-east-1', {}).path // => '/a%20b'
 */
export const objectAddress = (
  { Bucket, Key }: { readonly Bucket: string; readonly Key: string },
  region: string,
  environment: Environment,
): { readonly endpoint: URL; readonly path: string } => {
  const key = Key.split('/').map(encodeSegment).join('/');
  if (setEndpoint('s3', environment) === undefined && !Bucket.includes('.')) {
    return {
      endpoint: new URL(`https://${Bucket}.${regionalHost('s3', region, environment)}`),
      path: `/${key}`,
    };
  }
  return { endpoint: endpointOf('s3', region, environment), path: `/${Bucket}/${key}` };
};
