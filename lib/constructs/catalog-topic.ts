import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface CatalogTopicProps {
  readonly name: string;
  readonly key: IKey;
}

/** One topic of the catalogue that only functions publish to: encrypted, over TLS, and kept with its subscribers. */
export class CatalogTopic extends Topic {
  constructor(scope: Construct, id: string, props: CatalogTopicProps) {
    super(scope, id, { topicName: props.name, masterKey: props.key, enforceSSL: true });
    this.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
