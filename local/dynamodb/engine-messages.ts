/** One request for dynalite, on its way to the thread that it runs in. */
export interface EngineRequest {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Its answer, on the way back. */
export interface EngineAnswer {
  readonly id: number;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface EngineSettings {
  /** Where LevelDB keeps its files. */
  readonly folder: string;
}
