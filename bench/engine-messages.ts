import * as z from 'zod';

/** What an engine's process is asked for: windows rebuilt, or steps of training on them, so often. */
export const EngineTask = z.object({
  kind: z.enum(['reconstruct', 'train']),
  windows: z.int().min(1),
  repeats: z.int().min(1),
});
export type EngineTask = z.infer<typeof EngineTask>;

/** What it answers: median milliseconds of one, and what the process holds. */
export const EngineAnswer = z.object({ milliseconds: z.number(), residentMb: z.number() });
export type EngineAnswer = z.infer<typeof EngineAnswer>;

/** First of all it says what it can do, or what is missing. */
export const EngineGreeting = z.union([
  z.object({ ready: z.literal(true), trains: z.boolean(), reconstructs: z.boolean() }),
  z.object({ missing: z.string() }),
]);
export type EngineGreeting = z.infer<typeof EngineGreeting>;

/** The model of the specification: 60 steps × 7 features, 128 → 64 → 32 → 64 → 128. */
export const benchedShape = { steps: 60, features: 7, encodingDim: 32, seed: 1 } as const;
