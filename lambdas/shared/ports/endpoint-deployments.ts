/** A configuration that an endpoint has or had. */
export interface Deployed {
  readonly configName: string;
  /** Null where somebody else put it there. */
  readonly modelVersion: number | null;
  /** ISO 8601: when it was put there. */
  readonly since: string;
}

export interface RolledBack extends Deployed {
  /** ISO 8601. */
  readonly at: string;
  readonly alarmName: string;
}

/** What was done to one endpoint. */
export interface DeploymentBook {
  readonly endpointName: string;
  /** Grows by one with each change. */
  readonly revision: number;
  readonly current: Deployed;
  /** What a rollback puts back; null after one, since what was before that may be as bad. */
  readonly previous: Deployed | null;
  /** The latest last, at most 20. */
  readonly rolledBack: readonly RolledBack[];
}

export interface EndpointDeployments {
  read(endpointName: string): Promise<DeploymentBook | undefined>;
  /** False when the book is no longer at the revision before. */
  write(book: DeploymentBook): Promise<boolean>;
}
