/** Somebody else has changed the same erasure; whoever comes next finds what is left. */
export class ErasureContendedError extends Error {
  override readonly name = 'ErasureContendedError';

  constructor() {
    super('Somebody else is at work on this erasure; it goes on by itself.');
  }
}
