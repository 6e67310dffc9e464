import type { JournalReader, JournalReading } from '../shared/ports/journal-reader.ts';

/** A reader that reads each person's whole journal once, whatever part is asked for and however often. */
export const readOnce = (journals: JournalReader): JournalReader => {
  const known = new Map<string, Promise<JournalReading>>();
  return {
    read: (userId) => {
      const reading = known.get(userId) ?? journals.read(userId, 'everything');
      known.set(userId, reading);
      return reading;
    },
  };
};
