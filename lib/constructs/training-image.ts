import { IgnoreMode } from 'aws-cdk-lib';
import { DockerImageAsset, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import type { Construct } from 'constructs';
import { repositoryRoot } from './repository-root.ts';

/**
 * The training container, built when deployed and not when synthesised. For x86, since SageMaker trains on nothing
 * else. What goes into it, and so into its hash, is named in .dockerignore.
 */
export class TrainingImage extends DockerImageAsset {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      directory: repositoryRoot,
      file: 'ml/container/Dockerfile',
      platform: Platform.LINUX_AMD64,
      ignoreMode: IgnoreMode.DOCKER,
    });
  }
}
