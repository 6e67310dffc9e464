import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

interface StepEvent {
  /** A file to note each call in. */
  readonly log?: string;
  readonly run?: { readonly log: string };
  readonly item?: {
    readonly id: number;
    /** Fails until this file is there. */
    readonly until?: string;
    /** Waits until this file is there. */
    readonly wait?: string;
    /** As a function that is killed does, so many times. */
    readonly dies?: number;
  };
}

class RefusedError extends Error {
  override readonly name = 'Refused';
}

let deaths = 0;

/** A step of a fan-out that does nothing but note that it was called, and fails where it is told to. */
export const handler = async (event: StepEvent): Promise<unknown> => {
  const { item } = event;
  if (item === undefined) return event;
  if (item.until !== undefined && !existsSync(item.until)) throw new RefusedError('not yet');
  while (item.wait !== undefined && !existsSync(item.wait)) await sleep(5);
  if (deaths < (item.dies ?? 0)) {
    deaths += 1;
    throw new Error('died');
  }
  appendFileSync(event.run?.log ?? '', `${item.id}\n`);
  return { large: 'x'.repeat(10_000) };
};
