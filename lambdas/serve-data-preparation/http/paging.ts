import { z } from '@hono/zod-openapi';

const notACursor = 'what an answer gave as next';
const maxPlaceBytes = 1024;

const isPlace = (text: string): boolean => text !== '' && Buffer.byteLength(text) <= maxPlaceBytes;

/** Query parameters of a list. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, { error: 'a whole number from 1 to 100' })
    .default('50')
    .transform(Number)
    .openapi({ type: 'integer', minimum: 1, maximum: 100, default: 50 }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{2,1400}$/, { error: notACursor })
    .refine((cursor) => isPlace(placeOf(cursor)) && cursorOf(placeOf(cursor)) === cursor, {
      error: notACursor,
    })
    .optional()
    .openapi({ description: 'What the page before gave as `next`.' }),
};

/** Hides how a place in a list is kept: nobody should build one. */
export const cursorOf = (place: string): string => Buffer.from(place).toString('base64url');

export const placeOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');
