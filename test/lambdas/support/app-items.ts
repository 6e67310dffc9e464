const msPerDay = 86_400_000;

export interface AppPerson {
  readonly userId: string;
  /** Mood of each date, oldest first; the last is the date `lastDay`. */
  readonly moods: readonly number[];
  /** Days since 1970-01-01 UTC. */
  readonly lastDay: number;
  readonly text: string;
  readonly profile?: object;
}

/** Items of one person as the app stores them: a profile, a mood with a note and a chat on each date. */
export const appItems = ({ userId, moods, lastDay, text, profile }: AppPerson) => [
  { PK: `USER#${userId}`, SK: 'PROFILE', type: 'PROFILE', userId, ...profile },
  ...moods.flatMap((mood, index) => {
    const timestamp = new Date((lastDay - moods.length + 1 + index) * msPerDay + msPerDay / 2).toISOString();
    return [
      {
        PK: `USER#${userId}`,
        SK: `MOOD#${timestamp}`,
        type: 'MOOD',
        timestamp,
        mood,
        notes: text,
        tags: [text],
      },
      { PK: `USER#${userId}`, SK: `CHAT#${timestamp}`, type: 'CHAT', timestamp, userMessage: text },
    ];
  }),
];
