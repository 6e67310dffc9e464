import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../ml/text/scan-json.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
const membersOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + 1 + membersOf(one), 0)
    : 0;

describe('scanning JSON', () => {
  it('finds the depth of any JSON, leaves its text alone, and never counts too few members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(3), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const scan = scanJson(text);
        expect(scan.depth).toBe(depthOf(value));
        expect(scan.text).toBe(text);
        expect(scan.members).toBeGreaterThanOrEqual(membersOf(value));
      }),
    );
  });

  it('makes texts of NaN and Infinity, but not inside texts', () => {
    const text = '{"NaN, \\"NaN": [NaN, -Infinity,Infinity, -1, "-NaN"]}';
    expect(JSON.parse(scanJson(text).text)).toEqual({
      'NaN, "NaN': ['NaN', '-Infinity', 'Infinity', -1, '-NaN'],
    });
  });

  it('takes little more memory than the text where it is made of such words', () => {
    const words = 'NaN,'.repeat(1_000_000);
    const { text, members } = scanJson(`[${words}NaN]`);
    expect(members).toBe(1_000_001);
    expect(text.match(/"NaN"/g)).toHaveLength(50_000);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('ends whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => scanJson(text).depth >= 0));
    expect(scanJson('"open').depth).toBe(0);
    expect(scanJson('"\\').depth).toBe(0);
    expect(scanJson(']]]]').depth).toBe(0);
  });

  it('takes 6 MB of brackets or of one text in a moment, whichever', () => {
    const size = 6 * 1024 * 1024;
    expect(scanJson('['.repeat(size)).depth).toBe(size);
    expect(scanJson(`"${'\\"'.repeat(size / 2)}"`).members).toBe(0);
  });
});
