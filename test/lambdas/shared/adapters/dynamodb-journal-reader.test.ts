import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbJournalReader } from '../../../../lambdas/shared/adapters/dynamodb-journal-reader.ts';
import { putItems } from '../../support/put-items.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const reader = () => makeDynamoDbJournalReader({ client: db.client, tableName: 'EmoCompanion' });
const put = (userId: string, items: readonly Readonly<Record<string, unknown>>[]) =>
  putItems(
    db.client,
    'EmoCompanion',
    items.map((item) => ({ PK: `USER#${userId}`, ...item })),
  );
const mood = (iso: string, more: object = {}) => ({
  SK: `MOOD#${iso}`,
  type: 'MOOD',
  timestamp: iso,
  mood: 5,
  ...more,
});

describe('journals from DynamoDB', () => {
  it('hold every kind of item, in order of their timestamps and not of their keys', async () => {
    await put('all', [
      { SK: 'PROFILE', type: 'PROFILE', userId: 'all', timezone: 'Asia/Kathmandu' },
      mood('2024-03-01T10:00:00Z', { timestamp: '2024-03-05T10:00:00Z', notes: 'n', tags: ['work'] }),
      mood('2024-03-02T10:00:00Z', { mood: 7.5 }),
      { SK: 'CHAT#2024-03-02T11:00:00Z', type: 'CHAT', timestamp: '2024-03-02T11:00:00Z', userMessage: 'hi' },
      { SK: 'SELFIE#2024-03-02T12:00:00Z', type: 'SELFIE', timestamp: '2024-03-02T12:00:00Z' },
      { SK: 'SESSION#2024-03-02T13:00:00Z', timestamp: '2024-03-02T13:00:00Z', durationSeconds: 60 },
      { SK: 'GOAL#1', title: 'an item of another feature of the app' },
    ]);
    const at = (iso: string) => Date.parse(iso);
    expect(await reader().read('all', 'everything')).toEqual({
      optedOut: false,
      skippedItems: 0,
      journal: {
        timeZone: 'Asia/Kathmandu',
        moods: [
          { at: at('2024-03-02T10:00:00Z'), mood: 7.5 },
          { at: at('2024-03-05T10:00:00Z'), mood: 5, notes: 'n', tags: ['work'] },
        ],
        chats: [{ at: at('2024-03-02T11:00:00Z'), text: 'hi' }],
        selfies: [{ at: at('2024-03-02T12:00:00Z') }],
        sessions: [{ at: at('2024-03-02T13:00:00Z'), durationSeconds: 60 }],
      },
    });
  });

  it('carry only the part that was asked for', async () => {
    const moods = await reader().read('all', 'moods');
    expect(moods.journal.moods.map((entry) => entry.notes)).toEqual([undefined, undefined]);
    expect(moods.journal.chats).toEqual([]);
    expect(moods.journal.timeZone).toBe('Asia/Kathmandu');
    const texts = await reader().read('all', 'moods-and-texts');
    expect(texts.journal.chats).toHaveLength(1);
    expect(texts.journal.sessions).toEqual([]);
  });

  it('skip and count every item that does not parse, the same ones whatever the part', async () => {
    const iso = (day: number) => `2024-04-${String(day).padStart(2, '0')}T10:00:00Z`;
    await put('odd', [
      { SK: 'PROFILE', userId: 'odd' },
      mood(iso(1)),
      mood(iso(2), { mood: 0 }),
      mood(iso(3), { mood: 11 }),
      mood(iso(4), { mood: '5' }),
      mood(iso(5), { mood: undefined }),
      mood(iso(6), { timestamp: 'yesterday' }),
      mood(iso(7), { timestamp: 1_709_287_200_000 }),
      mood(iso(8), { notes: 7 }),
      mood(iso(9), { tags: 'work' }),
      mood(iso(10), { tags: ['work', 3] }),
      mood(iso(11), { timestamp: undefined, ts: '2024-04-11' }),
      mood(iso(12), { timestamp: undefined }),
    ]);
    for (const part of ['moods', 'moods-and-texts', 'everything'] as const) {
      const { journal, skippedItems } = await reader().read('odd', part);
      expect(skippedItems).toBe(10);
      expect(journal.moods.map((entry) => entry.at)).toEqual([Date.parse(iso(1)), Date.UTC(2024, 3, 11)]);
    }
  });

  it('skip chats without a message and sessions that last less than nothing', async () => {
    await put('odd2', [
      { SK: 'CHAT#1', timestamp: '2024-04-01T00:00Z' },
      { SK: 'CHAT#2', timestamp: '2024-04-01T00:00Z', userMessage: 3 },
      { SK: 'SELFIE#1' },
      { SK: 'SESSION#1', timestamp: '2024-04-01T00:00Z', durationSeconds: -1 },
      { SK: 'SESSION#2', timestamp: '2024-04-01T00:00Z', durationSeconds: 0 },
    ]);
    const { journal, skippedItems } = await reader().read('odd2', 'everything');
    expect(skippedItems).toBe(4);
    expect(journal.sessions).toHaveLength(1);
    expect(journal.timeZone).toBe('UTC');
  });

  it('are read beyond the first megabyte', async () => {
    const items = Array.from({ length: 60 }, (_, index) =>
      mood(new Date(Date.UTC(2024, 0, 1 + index)).toISOString(), { notes: 'x'.repeat(30_000) }),
    );
    await put('long', items);
    expect((await reader().read('long', 'moods')).journal.moods).toHaveLength(60);
    expect((await reader().read('long', 'everything')).journal.moods).toHaveLength(60);

    const onePage = makeDynamoDbJournalReader({ client: db.client, tableName: 'EmoCompanion', maxPages: 1 });
    await expect(onePage.read('long', 'everything')).rejects.toMatchObject({ code: 'journal-too-large' });
  });

  it('of nobody are refused as user-not-found', async () => {
    await expect(reader().read('nobody', 'moods')).rejects.toMatchObject({ code: 'user-not-found' });
  });

  it('of someone with other items only are empty, in UTC', async () => {
    await put('other', [{ SK: 'SELFIE#1', timestamp: '2024-04-01T00:00Z' }]);
    expect((await reader().read('other', 'moods')).journal).toMatchObject({ timeZone: 'UTC', moods: [] });
  });

  it.each([
    [{ timezone: 'Mars/Olympus' }, 'timezone'],
    [{ timezone: 3 }, 'timezone'],
    [{ mlOptOut: 'true' }, 'mlOptOut'],
    [{ mlOptOut: 0 }, 'mlOptOut'],
  ])('with a profile of %j are refused, naming the field', async (profile, field) => {
    await put(`profile-${JSON.stringify(profile)}`, [{ SK: 'PROFILE', ...profile }]);
    await expect(reader().read(`profile-${JSON.stringify(profile)}`, 'moods')).rejects.toMatchObject({
      code: 'unparsable-profile',
      data: { field },
    });
  });

  it('say when the person has opted out', async () => {
    await put('out', [{ SK: 'PROFILE', mlOptOut: true }, mood('2024-03-01T10:00:00Z')]);
    expect((await reader().read('out', 'moods')).optedOut).toBe(true);
  });
});
