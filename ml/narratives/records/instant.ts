import * as z from 'zod';

/** Before this nobody wore anything that exports to Health Connect. */
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** Milliseconds since 1970 UTC, in this century. */
export const Instant = z.int().min(earliest).max(latest);
