const [space, comma] = [0x20, 0x2c] as const;
const generation = /(?:,? (?:Jr|Sr|JR|SR|II|III|IV|Jnr|Snr)(?!\p{L})\.?)/uy;

/**
 * Where "Jr." or the like ends that stands behind a name. The units that may begin it are looked at first.
 *
 * @param end - of the name
 * @returns `end` where there is none
 * @example
 * readGeneration('John Adeyemi Jr. slept', 12) // => 16
 * readGeneration('Ada slept', 3) // => 3
 */
export const readGeneration = (text: string, end: number): number => {
  const unit = text.charCodeAt(end);
  if (unit !== comma && unit !== space) return end;
  const first = text.charCodeAt(end + (unit === comma ? 2 : 1));
  if (first !== 0x49 && first !== 0x4a && first !== 0x53) return end;
  generation.lastIndex = end;
  return end + (generation.exec(text)?.[0].length ?? 0);
};
