import * as z from 'zod';

/** Which parts a training file has taken in, as far as they, or a late write of them, may still be there. */
export const FoldList = z.object({
  schemaVersion: z.literal(1),
  parts: z.array(
    z.object({
      key: z.string(),
      /** Epoch milliseconds. */
      foldedAt: z.number(),
    }),
  ),
});
export type FoldList = z.infer<typeof FoldList>;

/** In a file's metadata: the key of its fold list. */
export const foldListField = 'fold-list';

/** In a file's metadata: how large it may become, as decided when it was begun. */
export const maxBytesField = 'max-bytes';
