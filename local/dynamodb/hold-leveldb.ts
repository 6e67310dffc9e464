import { createRequire } from 'node:module';

/**
 * Loads LevelDB's library in the calling thread as well, which keeps it in memory for the life of the process.
 *
 * LevelDB compacts in a background thread that it never joins. Node unloads an addon when the last thread that
 * loaded it ends, so an engine that stopped during a compaction left that thread running in code that was gone:
 * the whole process ended with SIGSEGV, in about one stop of four after a load of 100 people.
 */
export const holdLevelDb = (): void => {
  const require = createRequire(import.meta.resolve('dynalite'));
  require('level');
};
