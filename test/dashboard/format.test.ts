import { describe, expect, it } from 'vitest';
import {
  countText,
  dateText,
  durationText,
  figureText,
  instantText,
  percentText,
  unknown,
} from '../../dashboard/src/view/format.ts';

describe('figures of the dashboard', () => {
  it('say that a count was withheld instead of telling it', () => {
    expect(countText(null, 11)).toBe('fewer than 11');
    expect(countText(0, 11)).toBe('0');
    expect(countText(12_345, 11)).toBe('12,345');
  });

  it('are rounded to what can be read', () => {
    expect(percentText(0.125)).toBe('12.5 %');
    expect(percentText(0)).toBe('0 %');
    expect(percentText(0.0001)).toBe('under 0.1 %');
    expect(percentText(null)).toBe(unknown);
    expect(figureText(0.81234)).toBe('0.812');
    expect(figureText(15_234.6)).toBe('15,200');
    expect(figureText(null)).toBe(unknown);
  });

  it('tell times in UTC, wherever the reader is', () => {
    expect(instantText('2026-11-21T23:45:10+02:00')).toBe('21 Nov 2026, 21:45');
    expect(instantText(null)).toBe(unknown);
    expect(dateText('2026-11-01')).toBe('1 Nov 2026');
  });

  it('tell how long a job took in two units', () => {
    expect(durationText('2026-11-21T10:00:00Z', '2026-11-21T11:02:03Z')).toBe('1 h 2 min');
    expect(durationText('2026-11-21T10:00:00Z', '2026-11-21T10:02:03Z')).toBe('2 min 3 s');
    expect(durationText('2026-11-21T10:00:00Z', '2026-11-21T10:00:09.4Z')).toBe('9 s');
    expect(durationText('2026-11-21T10:00:00Z', null)).toBe(unknown);
  });
});
