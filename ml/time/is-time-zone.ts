/**
 * Whether a text names a time zone of the IANA database, such as `Europe/Berlin` or `UTC`.
 *
 * A bare offset (`+05:30`) is no zone: it knows nothing of daylight saving.
 *
 * @example
 * isTimeZone('Asia/Kathmandu') // => true
 * isTimeZone('Mars/Olympus') // => false
 * isTimeZone('+05:30') // => false
 */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
