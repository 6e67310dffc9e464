import { describe, expect, it } from 'vitest';
import { screenText } from '../../../../ml/narratives/phi/screen-text.ts';
import { processorMs } from '../../../support/processor-ms.ts';

const megabyteOf = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));

describe('screenText', () => {
  it.each([
    'a',
    '1',
    '1 ',
    'a.',
    'a@',
    '1-',
    'Mr. Aa ',
    'patient Aa Bb, ',
    'my name ',
    'address: 1',
    '+1 (',
    'id A1 ',
    '1/1/',
    '患者王',
    'www.a.',
    'Aa Bb, ',
    'ab at ab dot ',
    '12 Main ',
    '"a":"b",',
    'signed by ',
    'Rue de la ',
    'Aa-san ',
    'no 1 ',
    'on 1/1, ',
    'Dr Pepper ',
    '1:',
    '1 May ',
    '市1',
    'السيد أحمد ',
    'e\u0301',
    'name: Aa ',
    'mr zq ',
    '12 Main Street, Aa ',
  ])('takes a megabyte of %j in three seconds of a busy machine', (piece) => {
    const text = megabyteOf(piece);
    expect(processorMs(() => screenText(text), 3000)).toBeLessThan(3000);
  });
});
