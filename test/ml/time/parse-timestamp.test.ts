import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';
import { processorMs } from '../../support/processor-ms.ts';

describe('parseTimestamp', () => {
  it.each([
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2024-02-29T23:59', Date.UTC(2024, 1, 29, 23, 59)],
    ['2024-02-29T23:59:58', Date.UTC(2024, 1, 29, 23, 59, 58)],
    ['2024-02-29 23:59:58', Date.UTC(2024, 1, 29, 23, 59, 58)],
    ['2024-02-29T23:59:58Z', Date.UTC(2024, 1, 29, 23, 59, 58)],
    ['2024-02-29T23:59:58.1Z', Date.UTC(2024, 1, 29, 23, 59, 58, 100)],
    ['2024-02-29T23:59:58,999999Z', Date.UTC(2024, 1, 29, 23, 59, 58, 999)],
    ['2024-03-01T05:45:00+05:45', Date.UTC(2024, 2, 1)],
    ['2024-03-01T05:45:00+0545', Date.UTC(2024, 2, 1)],
    ['2024-03-01T05:00:00+05', Date.UTC(2024, 2, 1)],
    ['2024-02-29T20:30:00-03:30', Date.UTC(2024, 2, 1)],
    ['2000-02-29', Date.UTC(2000, 1, 29)],
    ['1970-01-01T00:00:00Z', 0],
  ])('reads %s', (text, expected) => {
    expect(parseTimestamp(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '1709164800000',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-00-10',
    '2024-13-01',
    '2024-04-31',
    '2024-01-00',
    '2024-1-1',
    '2024-01-01T',
    '2024-01-01T24:00:00Z',
    '2024-01-01T23:60:00Z',
    '2024-01-01T23:59:60Z',
    '2024-01-01T10',
    '2024-01-01T10:00:00.Z',
    '2024-01-01T10:00:00 Z',
    '2024-01-01T10:00:00+24:00',
    '2024-01-01T10:00:00+05:60',
    '2024-01-01T10:00:00+05:',
    '2024-01-01Z',
    '2024-W01-1',
    '2024-001',
    '20240101T100000Z',
    ' 2024-01-01',
    '2024-01-01\n',
    'Mon, 01 Jan 2024 00:00:00 GMT',
    '٢٠٢٤-٠١-٠١',
  ])('names no instant for %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });

  it('reads whatever Temporal writes, at any offset and precision', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9998, 0) }),
        fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 }),
        fc.integer({ min: 0, max: 999_999 }),
        (at, offsetMinutes, nanoseconds) => {
          const sign = offsetMinutes < 0 ? '-' : '+';
          const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
          const offset = `${sign}${two(offsetMinutes / 60)}:${two(offsetMinutes % 60)}`;
          const text = Temporal.Instant.fromEpochMilliseconds(at)
            .add({ nanoseconds })
            .toZonedDateTimeISO(offset)
            .toString({ timeZoneName: 'never', fractionalSecondDigits: 9 });
          expect(parseTimestamp(text)).toBe(at);
        },
      ),
    );
  });

  it('cuts fractions toward minus infinity before 1970 as well', () => {
    expect(parseTimestamp('1969-12-31T23:59:59.9999Z')).toBe(-1);
  });

  it('knows the two-digit years of antiquity', () => {
    expect(parseTimestamp('0099-01-01T00:00:00Z')).toBe(Date.parse('0099-01-01T00:00:00Z'));
    expect(parseTimestamp('0000-02-29')).toBe(Date.parse('0000-02-29'));
  });

  it('answers a megabyte of digits within seconds of processor time, as time linear in the text gives', () => {
    const text = `2024-01-01T10:00:00.${'9'.repeat(1_000_000)}x`;
    expect(parseTimestamp(text)).toBeUndefined();
    expect(processorMs(() => parseTimestamp(text), 3000)).toBeLessThan(3000);
  });
});
