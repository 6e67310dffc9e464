import * as z from 'zod';
import { HealthDomain } from '../health-domain.ts';

const TrainingMetadata = z.strictObject({
  record_type: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/),
  user_id: z.string(),
  correlation_id: z.string(),
  processing_timestamp: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  source_bucket: z.string(),
  source_key: z.string(),
  quality_score: z.number().min(0).max(1),
  record_count: z.int().min(0),
  processing_duration_seconds: z.number().min(0),
  clinical_insights: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .optional(),
  health_domain: HealthDomain,
});

const text = z.string().min(1);
const metadata = TrainingMetadata.optional();

const InstructionLine = z.strictObject({ instruction: text, input: text, output: text, metadata });
const MessagesLine = z.strictObject({
  messages: z.tuple([
    z.strictObject({ role: z.literal('user'), content: text }),
    z.strictObject({ role: z.literal('assistant'), content: text }),
  ]),
  metadata,
});

/** A training line as it is read back: docs/training-line.schema.json says the same to other languages. */
export const TrainingLine = z.union([InstructionLine, MessagesLine]);
export type TrainingLine = z.infer<typeof TrainingLine>;

/**
 * What the model is to answer.
 *
 * @example
 * answerOf({ instruction: 'i', input: 'n', output: 'o' }) // => 'o'
 */
export const answerOf = (line: TrainingLine): string =>
  'messages' in line ? line.messages[1].content : line.output;
