/** Where an endpoint stands. */
export interface EndpointState {
  readonly status: 'Creating' | 'Updating' | 'InService' | 'Failed' | 'Other';
  /** The configuration in use. */
  readonly configName: string;
}

/** Something that can be served: a model's archive under a configuration of that name. */
export interface ServableVersion {
  readonly configName: string;
  /** s3://… of model.tar.gz. */
  readonly modelDataUrl: string;
}

/** Endpoints of SageMaker, to be looked at and given another configuration. */
export interface EndpointChanges {
  /** Undefined when there is none of that name. */
  describe(endpointName: string): Promise<EndpointState | undefined>;
  update(endpointName: string, configName: string): Promise<void>;
}

/** SageMaker, as far as deploying a model goes. */
export interface ModelEndpoints extends EndpointChanges {
  /** The name of the configuration that serves a version under the present settings; new settings, another name. */
  configNameOf(version: number): string;
  /** Makes model and configuration; what is there already stays. */
  prepare(version: ServableVersion): Promise<void>;
  create(endpointName: string, configName: string): Promise<void>;
  /** The only thing that SageMaker lets be done to an endpoint that failed. */
  remove(endpointName: string): Promise<void>;
}
