import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../../../ml/time/is-time-zone.ts';

describe('isTimeZone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12', 'Asia/Calcutta'])(
    'knows %s',
    (name) => expect(isTimeZone(name)).toBe(true),
  );

  it.each(['', ' ', 'Berlin', '+05:30', '-03:00', 'Europe/Berlin ', 'Europe/../Berlin'])(
    'does not know %j',
    (name) => expect(isTimeZone(name)).toBe(false),
  );
});
