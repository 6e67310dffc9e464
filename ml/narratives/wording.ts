/**
 * A number with its noun, in the plural where there is not one of it.
 *
 * @example
 * counted(1, 'reading') // => '1 reading'
 * counted(3933, 'step') // => '3,933 steps'
 */
export const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/**
 * A number rounded to a whole one, its thousands set apart.
 *
 * @example
 * grouped(1234567.8) // => '1,234,568'
 */
export const grouped = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * A length of time in hours and minutes.
 *
 * @example
 * hoursAndMinutes(443) // => '7 h 23 min'
 * hoursAndMinutes(59.6) // => '1 h 0 min'
 * hoursAndMinutes(12) // => '12 min'
 */
export const hoursAndMinutes = (minutes: number): string => {
  const whole = Math.round(minutes);
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
};

/**
 * A time of day, to the minute.
 *
 * @param minuteOfDay - since midnight; any number, taken round the clock
 * @example
 * clockTime(95.2) // => '01:35'
 * clockTime(-10) // => '23:50'
 */
export const clockTime = (minuteOfDay: number): string => {
  const whole = ((Math.round(minuteOfDay) % 1440) + 1440) % 1440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

/**
 * Sentences as one text; the empty ones, which have nothing to say, are left out.
 *
 * @example
 * joinSentences(['One.', '', 'Two.']) // => 'One. Two.'
 */
export const joinSentences = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');

/** Ends every narrative. */
export const noDiagnosis = 'These figures describe what was recorded; they are not a diagnosis.';
