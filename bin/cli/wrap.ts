/**
 * Breaks text at blanks into lines of at most `width` characters; a longer word stands alone.
 *
 * @param indent - put before every line but the first
 * @example
 * wrap('one two three', 8, '  ') // => ['one two', '  three']
 */
export const wrap = (text: string, width: number, indent = ''): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
};
