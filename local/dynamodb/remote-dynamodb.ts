import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { LocalStartupError } from '../local-startup-error.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { sendJsonError } from '../protocol/send-json.ts';
import type { LocalService } from '../service.ts';

/**
 * DynamoDB by another engine, such as DynamoDB Local: requests and answers pass through byte for byte.
 *
 * @param endpoint - its URL, as in the environment variable DYNAMODB_ENDPOINT
 * @throws {LocalStartupError} unsupported-setting when it is not an http(s) URL
 */
export const makeRemoteDynamoDb = (endpoint: string): LocalService => {
  const target = URL.parse(endpoint);
  if (target === null || !/^https?:$/.test(target.protocol)) {
    const message = `DYNAMODB_ENDPOINT must be a URL such as http://127.0.0.1:8000, not '${endpoint}'.`;
    throw new LocalStartupError('unsupported-setting', message);
  }
  const client = target.protocol === 'https:' ? https : http;
  const agent = new client.Agent({ keepAlive: true });

  return {
    signingNames: ['dynamodb'],
    handle: async (request, response) => {
      const { method = 'POST', headers, url = '/' } = request;
      const forwarded = client.request(new URL(url, target), { method, headers, agent });
      const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
        forwarded.once('response', resolve).once('error', reject);
      });
      try {
        const [answer] = await Promise.all([answered, pipeline(request, forwarded)]);
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        await pipeline(answer, response);
      } catch {
        const message = `The DynamoDB engine at ${target.origin} does not answer.`;
        sendJsonError(response, new AwsError('ServiceUnavailable', message, 503));
      }
    },
    close: async () => agent.destroy(),
  };
};
