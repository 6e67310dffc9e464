import { DomainError } from '../../../ml/domain-error.ts';

/** A file that a run had put down for its later steps is not there any more. */
export class WorkFileLostError extends DomainError {
  readonly code = 'work-file-lost';

  constructor(key: string) {
    super(`${key} is not in the workspace any more, so the run cannot go on; start it anew.`, { key });
  }
}

/** Files of runs that are under way, by key, seen by nobody else and gone some days after. */
export interface Workspace {
  /** @throws {WorkFileLostError} when there is no such file */
  readText(key: string): Promise<string>;
  /** Undefined when there is no such file. */
  findText(key: string): Promise<string | undefined>;
  writeText(key: string, text: string): Promise<void>;
  /** Removes every file whose key begins so. */
  removeAll(prefix: string): Promise<void>;
}
