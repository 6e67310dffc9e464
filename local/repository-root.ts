import path from 'node:path';

/** The folder that entries of the catalogue and the training container are relative to. */
export const repositoryRoot = path.resolve(import.meta.dirname, '..');
