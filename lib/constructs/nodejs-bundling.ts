import { type BundlingOptions, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { bundling } from '../bundling.ts';

/** The bundle of lib/bundling.ts in the words of CDK. */
export const nodejsBundling: BundlingOptions = {
  target: bundling.target,
  format: OutputFormat.ESM,
  mainFields: [...bundling.mainFields],
  minify: bundling.minify,
  keepNames: bundling.keepNames,
  sourceMap: bundling.sourcemap,
  sourcesContent: bundling.sourcesContent,
  banner: bundling.banner.js,
  esbuildArgs: Object.fromEntries(
    Object.entries(bundling.alias).map(([name, replacement]) => [`--alias:${name}`, replacement]),
  ),
  bundleAwsSDK: true,
  forceDockerBundling: false,
};
