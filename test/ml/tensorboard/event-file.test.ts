import { describe, expect, it } from 'vitest';
import { crc32c, maskedCrc32c } from '../../../ml/tensorboard/crc32c.ts';
import { eventFile } from '../../../ml/tensorboard/event-file.ts';
import { readEventFile } from '../../support/read-event-file.ts';

describe('crc32c', () => {
  // RFC 3720, appendix B.4: 32 bytes of zeros, of ones, and rising from 0.
  it.each([
    ['zeros', new Uint8Array(32), 0x8a9136aa],
    ['ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ['rising', Uint8Array.from({ length: 32 }, (_, at) => at), 0x46dd794e],
  ])('is what RFC 3720 has for 32 bytes of %s', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
  });

  it('is masked by a rotation of 15 bits and a constant', () => {
    // By hand: 0xe3069283 turned right by 15 bits is 0x2507c60d, plus 0xa282ead8 is 0xc78ab0e5.
    expect(maskedCrc32c(new TextEncoder().encode('123456789'))).toBe(0xc78ab0e5);
  });
});

describe('an event file', () => {
  const written = eventFile({
    wallTime: 1_700_000_000.25,
    graph: [
      { name: 'a', op: 'InputLayer', input: [] },
      { name: 'b', op: 'Dense', input: ['a'] },
    ],
    steps: [
      { step: 1, wallTime: 1_700_000_001, scalars: { epoch_loss: 0.5, epoch_auc: Number.NaN } },
      { step: 2, wallTime: 1_700_000_002, scalars: { epoch_loss: 0.25 } },
    ],
  });

  it('begins with the very bytes that TensorFlow writes', () => {
    // TensorFlow 2.21.0: tf.io.TFRecordWriter of Event(wall_time=1700000000.25, file_version="brain.Event:2").
    const expected = '1800000000000000a37f4b220900001040fc54d9411a0d627261696e2e4576656e743a32338d2fe9';
    expect(Buffer.from(written.subarray(0, 40)).toString('hex')).toBe(expected);
  });

  it('decodes to what was put in, every checksum right; what is no number is left out', () => {
    const events = readEventFile(written);
    expect(events.map(({ step }) => step)).toEqual([0, 0, 1, 2]);
    expect(events[1]?.graph).toEqual([
      { name: 'a', op: 'InputLayer', input: [] },
      { name: 'b', op: 'Dense', input: ['a'] },
    ]);
    expect(events.slice(2).map(({ scalars }) => scalars)).toEqual([
      { epoch_loss: 0.5 },
      { epoch_loss: 0.25 },
    ]);
  });

  it('is not readable with any bit turned', () => {
    for (let at = 0; at < written.length; at += 7) {
      const broken = written.slice();
      broken[at]! ^= 1;
      expect(() => readEventFile(broken)).toThrow();
    }
  });
});
