/**
 * What one person wrote and did in the app, already parsed. `at` is an instant in milliseconds since 1970 UTC;
 * every list is in ascending order of `at`.
 */
export interface Journal {
  /** IANA name; days and hours are counted in it. */
  readonly timeZone: string;
  readonly moods: readonly MoodEntry[];
  readonly chats: readonly ChatMessage[];
  readonly selfies: readonly Selfie[];
  readonly sessions: readonly AppSession[];
}

export interface MoodEntry {
  readonly at: number;
  /** 1 (worst) to 10 (best). */
  readonly mood: number;
  readonly notes?: string;
  readonly tags?: readonly string[];
}

export interface ChatMessage {
  readonly at: number;
  readonly text: string;
}

export interface Selfie {
  readonly at: number;
}

export interface AppSession {
  readonly at: number;
  readonly durationSeconds: number;
}
