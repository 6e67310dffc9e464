import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describePublishedModel, PublishedModel } from '../../../ml/wearable/published-model.ts';
import { readFileDigests, scoringFiles } from '../../../ml/wearable/scoring-files.ts';

const about = { createdAt: '2026-11-01T08:00:00.000Z', metrics: null };
const files = (weights = 'weights') =>
  new Map([
    ...scoringFiles.map((name) => [name, Buffer.from(name)] as const),
    ['weights.bin', Buffer.from(weights)] as const,
  ]);

describe('the metadata of a published model', () => {
  it('names size and SHA-256 of every file', () => {
    const { files: named } = describePublishedModel(files(), about);
    expect(Object.keys(named).sort()).toEqual([...scoringFiles].sort());
    expect(named['weights.bin']).toEqual({
      sha256: createHash('sha256').update('weights').digest('hex'),
      bytes: 7,
    });
  });

  it('has one version for one content, whenever and in whatever order it is described', () => {
    const { version } = describePublishedModel(files(), about);
    const reversed = new Map([...files()].reverse());
    const later = { ...about, createdAt: '2027-01-01T00:00:00.000Z' };
    expect(describePublishedModel(reversed, later).version).toBe(version);
    expect(describePublishedModel(files('other'), about).version).not.toBe(version);
  });

  it('is read back, and refused when of another format or without a file that scoring needs', () => {
    const saved: unknown = JSON.parse(JSON.stringify(describePublishedModel(files(), about)));
    expect(PublishedModel.parse(saved)).toEqual(describePublishedModel(files(), about));
    expect(readFileDigests(saved)).toEqual(describePublishedModel(files(), about).files);
    expect(() => readFileDigests({ ...Object(saved), modelName: 'other' })).toThrow('lstm-autoencoder');
    expect(() => readFileDigests({ ...Object(saved), formatVersion: 2 })).toThrow('format version 2');
    const short = files();
    short.delete('threshold.json');
    expect(() => describePublishedModel(short, about)).toThrow('threshold.json');
  });
});
