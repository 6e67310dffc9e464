import * as z from 'zod';
import { parseRequest } from '../shared/runtime/parse-request.ts';

export const ReviewQuietCustomersRequest = z.strictObject(
  {
    /** When the schedule was due; its day is the day of the review. @default now */
    scheduledAt: z.iso.datetime({ error: 'a moment in UTC, such as 2026-11-21T06:00:00Z' }).optional(),
  },
  { error: 'an object' },
);
export type ReviewQuietCustomersRequest = z.infer<typeof ReviewQuietCustomersRequest>;

export interface ReviewQuietCustomersResult {
  /**
   * `complete`: everybody has been looked at on this day. `out-of-time`, `model-unavailable`: the next call of the same
   * day goes on.
   */
  readonly status: 'complete' | 'out-of-time' | 'model-unavailable';
  /** Of this call. */
  readonly customersReviewed: number;
  readonly customersPredicted: number;
  /** Whose entry could not be written, or of whom nobody could be told; the next day sees to them. */
  readonly customersFailed: number;
}

/** @throws {InvalidRequestError} naming the wrong field */
export const parseReviewQuietCustomersRequest = (input: unknown): ReviewQuietCustomersRequest =>
  parseRequest(ReviewQuietCustomersRequest, input);
