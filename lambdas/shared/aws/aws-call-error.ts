import type { WireAnswer } from './send-request.ts';

/** What AWS refused, in the shape of the SDK's errors: its code as the name, the status under `$metadata`. */
export class AwsCallError extends Error {
  override readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number };

  constructor({ status, headers, body }: WireAnswer) {
    const text = body.toString('utf8');
    const { code, message } = text.startsWith('{') ? inJson(text) : inXml(text);
    const ofHeader = headers['x-amzn-errortype'];
    super(message ?? `AWS answered ${status}.`);
    this.name = nameOf(code ?? (typeof ofHeader === 'string' ? ofHeader : undefined)) ?? 'AwsCallError';
    this.$metadata = { httpStatusCode: status };
  }
}

interface Told {
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** Such as `com.amazonaws.dynamodb.v20120810#ThrottlingException`, or `NoSuchKey:http://…`. */
const nameOf = (code: string | undefined): string | undefined => code?.split('#').at(-1)?.split(':')[0];

const inJson = (text: string): Told => {
  try {
    const told: unknown = JSON.parse(text);
    return { code: textAt(told, '__type'), message: textAt(told, 'message') ?? textAt(told, 'Message') };
  } catch {
    return { code: undefined, message: undefined };
  }
};

const inXml = (text: string): Told => ({
  code: /<Code>([^<]+)</.exec(text)?.[1],
  message: /<Message>([^<]+)</.exec(text)?.[1],
});

const textAt = (told: unknown, field: string): string | undefined => {
  const value: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, field) : undefined;
  return typeof value === 'string' ? value : undefined;
};
