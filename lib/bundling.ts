import { fileURLToPath } from 'node:url';

const runtimeFile = (name: string): string =>
  fileURLToPath(new URL(`../lambdas/shared/runtime/${name}`, import.meta.url));

const nodeCrypto = runtimeFile('node-crypto.cjs');
const nodeHttp = runtimeFile('node-http.cjs');

/**
 * How a handler becomes one file, in esbuild's own words: CDK deploys this bundle and the local Lambda runs it, so
 * what is tested is what is shipped.
 *
 * Nothing is external: the AWS SDK is bundled too, so that its version is the one in package-lock.json and not
 * whichever the runtime happens to carry.
 */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  alias: {
    'node:crypto': nodeCrypto,
    crypto: nodeCrypto,
    'node:http': nodeHttp,
    http: nodeHttp,
    '@aws-sdk/credential-provider-node': runtimeFile('environment-credentials.ts'),
  },
  minify: true,
  // Error classes name themselves, and a minified name would tell nobody anything.
  keepNames: true,
  sourcemap: true,
  sourcesContent: false,
  // CommonJS packages inside an ES module still call require() for Node's own modules.
  banner: {
    js: "import { createRequire as wellcastCreateRequire } from 'node:module';const require = wellcastCreateRequire(import.meta.url);",
  },
} as const;
