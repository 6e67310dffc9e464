import { Readable } from 'node:stream';

export interface StubRequest {
  readonly path: string;
  readonly body: string;
}

export interface StubResponse {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Settings of an SDK client whose requests end in a function instead of on the network. */
export const stubHttp = (respond: (request: StubRequest) => StubResponse) => ({
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
  requestHandler: {
    handle: async (request: { readonly path: string; readonly body?: unknown }) => {
      const bytes = request.body instanceof Uint8Array ? new TextDecoder().decode(request.body) : undefined;
      const answer = respond({ path: request.path, body: bytes ?? String(request.body ?? '') });
      const body = Readable.from([Buffer.from(answer.body ?? '')]);
      return { response: { statusCode: answer.statusCode ?? 200, headers: { ...answer.headers }, body } };
    },
  },
});
