import type { Device, SampleScore, WatchSample } from '../ports/health-metrics.ts';
import { conditionalWrite } from './conditional-write.ts';
import type { SampleTable } from './read-slots.ts';
import {
  parseSlot,
  partitionOf,
  type SampleSlot,
  sampleAttribute,
  slotKey,
  slotSchemaVersion,
  valueOfSample,
  valueOfScore,
} from './sample-slot.ts';

/**
 * Writes samples of one slot where their moments are free, all in one update. The answer is asked for what was there
 * before, which tells what is there now and is most often little.
 *
 * @param samples - 1 to 100, of one slot; an update's expression may take 4 KB
 * @returns the slot's samples as they are now, in no order; none where it holds as much as an item may
 */
export const writeSamples = async (
  { documents, tableName }: SampleTable,
  device: Device,
  samples: readonly WatchSample[],
): Promise<readonly WatchSample[] | undefined> => {
  const isScored = samples.every(({ score }) => score !== undefined);
  const assignments = samples.map((_, index) => `#${index} = if_not_exists(#${index}, :${index})`);
  if (!isScored) assignments.push('unscoredOf = :person');
  const update = {
    TableName: tableName,
    Key: slotKey(device, samples[0]?.timestampMs ?? 0),
    UpdateExpression: `SET schemaVersion = :version, ${assignments.join(', ')} ADD revision :one`,
    ExpressionAttributeNames: Object.fromEntries(
      samples.map(({ timestampMs }, index) => [`#${index}`, sampleAttribute(timestampMs)]),
    ),
    ExpressionAttributeValues: {
      ':version': slotSchemaVersion,
      ':one': 1,
      ...(!isScored && { ':person': partitionOf(device.userId) }),
      ...Object.fromEntries(samples.map((sample, index) => [`:${index}`, valueOfSample(sample)])),
    },
    ReturnValues: 'ALL_OLD',
  } as const;
  try {
    const { Attributes } = await documents.update(update);
    const before = Attributes === undefined ? [] : parseSlot(Attributes).samples;
    const taken = new Set(before.map(({ timestampMs }) => timestampMs));
    return [...before, ...samples.filter(({ timestampMs }) => !taken.has(timestampMs))];
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
};

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException' && /Item size/.test(error.message);

/**
 * Gives samples of one slot their scores where they have none, and takes the slot off the list of those with
 * samples to be scored once there are none left, or no room for a score: or every call would fail at it.
 *
 * @param scores - 1 to 100, of samples that are stored in one slot; an update's expression may take 4 KB
 */
export const writeScores = async (
  { documents, tableName }: SampleTable,
  device: Device,
  scores: readonly (readonly [timestampMs: number, score: SampleScore])[],
): Promise<void> => {
  const Key = slotKey(device, scores[0]?.[0] ?? 0);
  const assignments = scores.map((_, index) => `#${index}.#s = if_not_exists(#${index}.#s, :${index})`);
  const update = {
    TableName: tableName,
    Key,
    UpdateExpression: `SET ${assignments.join(', ')} ADD revision :one`,
    ExpressionAttributeNames: {
      '#s': 'score',
      ...Object.fromEntries(scores.map(([moment], index) => [`#${index}`, sampleAttribute(moment)])),
    },
    ExpressionAttributeValues: {
      ':one': 1,
      ...Object.fromEntries(scores.map(([, score], index) => [`:${index}`, valueOfScore(score)])),
    },
    ReturnValues: 'ALL_NEW',
  } as const;
  let slot: SampleSlot;
  try {
    slot = parseSlot((await documents.update(update)).Attributes);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    await documents.update({ TableName: tableName, Key, UpdateExpression: 'REMOVE unscoredOf' });
    return;
  }
  if (!slot.isListed || slot.samples.some(({ score }) => score === undefined)) return;
  // Another call may have added an unscored sample since: then the slot stays on the list.
  await conditionalWrite(() =>
    documents.update({
      TableName: tableName,
      Key,
      UpdateExpression: 'REMOVE unscoredOf',
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeValues: { ':seen': slot.revision },
    }),
  );
};
