/** A local S3 in a process of its own, for tests that kill it: `node s3-process.ts <folder>` prints its endpoint. */
import { makeS3Service } from '../../../local/s3/s3-service.ts';
import { serve } from '../../support/serve.ts';

const folder = process.argv[2] ?? '';
const service = await makeS3Service({ folder, region: 'us-east-1' });
const { endpoint } = await serve((request, response) => {
  if (request.url === '/peak-memory') response.end(String(process.resourceUsage().maxRSS * 1024));
  else void service.handle(request, response);
});
process.stdout.write(`${endpoint}\n`);
