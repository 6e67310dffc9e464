import { createHash } from 'node:crypto';
import type { HealthRecordHistory } from '../ports/health-record-history.ts';
import type { JournalReader, JournalReading } from '../ports/journal-reader.ts';
import type { PersonalSources, TimeRange } from '../ports/personal-sources.ts';
import type { WatchHistory } from '../ports/watch-history.ts';
import { UserNotFoundError } from '../user-errors.ts';

const msPerDay = 86_400_000;
/** A counter of a watch is differenced with the sample before; a record may have begun two days earlier. */
const watchLeadMs = msPerDay;
const recordLeadMs = 2 * msPerDay;

const earlier = ({ fromMs, toMs }: TimeRange, byMs: number): TimeRange => ({ fromMs: fromMs - byMs, toMs });

/** Of a journal what features are made of; texts are not. */
const outlineOf = ({ journal: { moods, chats, selfies, sessions } }: JournalReading) => ({
  moods: moods.map(({ at, mood }) => ({ at, mood })),
  chats: chats.map(({ at }) => ({ at, text: '' })),
  selfies,
  sessions,
});

/** The app's journal, the watches and the imported records of one person, behind one port. */
export const makeStoredPersonalSources = (stores: {
  readonly journals: JournalReader;
  readonly watches: WatchHistory;
  readonly records: HealthRecordHistory;
}): PersonalSources => {
  const { watches, records } = stores;
  const readJournal = async (userId: string): Promise<JournalReading | undefined> => {
    try {
      return await stores.journals.read(userId, 'everything');
    } catch (error) {
      if (error instanceof UserNotFoundError) return undefined;
      throw error;
    }
  };
  return {
    version: async (userId, range) => {
      const [reading, devices, recordVersion] = await Promise.all([
        readJournal(userId),
        watches.devices(userId),
        records.version(userId, earlier(range, recordLeadMs)),
      ]);
      if (reading === undefined && devices.length === 0 && recordVersion === '') return undefined;
      const { timeZone } = reading?.journal ?? { timeZone: 'UTC' };
      const optedOut = reading?.optedOut ?? false;
      const journal =
        reading === undefined ? { moods: [], chats: [], selfies: [], sessions: [] } : outlineOf(reading);
      const watchVersions = await Promise.all(
        devices.map((deviceId) => watches.version({ userId, deviceId }, earlier(range, watchLeadMs))),
      );
      const facts = { timeZone, optedOut, journal, devices, watchVersions, recordVersion };
      const version = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
      return { version, timeZone, optedOut, devices, journal };
    },
    read: async (userId, { timeZone, optedOut, journal, devices }, range) => {
      const [samples, healthRecords] = await Promise.all([
        Promise.all(
          devices.map((deviceId) => watches.read({ userId, deviceId }, earlier(range, watchLeadMs))),
        ),
        records.read(userId, earlier(range, recordLeadMs)),
      ]);
      const byDevice = new Map(devices.map((deviceId, index) => [deviceId, samples[index] ?? []]));
      return { sources: { journal, watches: byDevice, records: healthRecords }, timeZone, optedOut };
    },
  };
};
