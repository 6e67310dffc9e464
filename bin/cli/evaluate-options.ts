export interface EvaluateOptions {
  readonly data: string;
  readonly label: string;
  readonly id?: string;
  readonly model?: string;
  readonly folds?: number;
  readonly seeds: readonly number[];
  readonly json: boolean;
}
