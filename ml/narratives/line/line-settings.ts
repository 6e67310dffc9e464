import * as z from 'zod';

export const CustomInstruction = z.strictObject({
  instruction: z.string().min(1).max(2000),
  /** @default the input of the record type */
  input: z.string().min(1).max(2000).optional(),
});
export type CustomInstruction = z.infer<typeof CustomInstruction>;

/** How lines are written; the defaults are the seed's. */
export const LineSettings = z.strictObject({
  /** By record type; either the instruction alone or instruction and input. */
  customInstructions: z
    .record(z.string(), z.union([z.string().min(1).max(2000), CustomInstruction]))
    .default({}),
  /** Whether instruction and input vary with the content; else the seed's own. */
  instructionDiversity: z.boolean().default(false),
  /** Whether `user_id` and `correlation_id` are pseudonyms; else they stand as they came. */
  pseudonyms: z.boolean().default(true),
  includeMetadata: z.boolean().default(true),
  includeClinicalInsights: z.boolean().default(true),
  /** `messages` is the chat form that TRL takes. */
  format: z.enum(['instruction', 'messages']).default('instruction'),
  /** What becomes of identifying text: masked and counted, or the example set aside. */
  identifyingText: z.enum(['mask', 'quarantine']).default('mask'),
  minQualityScore: z.number().min(0).max(1).default(0),
  maxNarrativeChars: z.int().min(1).max(1_000_000).default(20_000),
});
export type LineSettings = z.infer<typeof LineSettings>;
