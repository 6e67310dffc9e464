import path from 'node:path';

/** The folder that holds package.json; the catalogue's entries are relative to it. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../..');
