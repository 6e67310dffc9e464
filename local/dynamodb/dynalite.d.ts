declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Options of dynalite 4 that are used here; the server need not listen: requests can be emitted into it. */
  export default function dynalite(options: {
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }): Server;
}
