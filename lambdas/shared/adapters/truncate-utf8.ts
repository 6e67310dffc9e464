/**
 * The longest prefix of whole code points that takes at most `maxBytes` in UTF-8.
 *
 * @param maxBytes - ≥ 0
 */
export const truncateUtf8 = (text: string, maxBytes: number): string => {
  // A UTF-16 unit takes at most three bytes, so short texts need no counting.
  if (text.length * 3 <= maxBytes) return text;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= maxBytes) return text;
  let end = maxBytes;
  // Bytes 10xxxxxx continue a character: step back to where one begins.
  while (end > 0 && ((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end -= 1;
  return bytes.subarray(0, end).toString('utf8');
};
