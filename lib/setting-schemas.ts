import * as z from 'zod';

/** A place's time zone as IANA names it. */
export const timeZoneSetting = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'is not an IANA time zone, such as Europe/Berlin');

/** A table's name, where somebody wants another than ours. */
export const tableNameSetting = z
  .string()
  .regex(/^[a-zA-Z0-9_.-]{3,255}$/, 'must be 3–255 of a–z, A–Z, 0–9, _, . and -')
  .optional();

/** A region of AWS. */
export const regionSetting = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region, such as eu-central-1');

export const httpsSetting = z.url({ protocol: /^https$/, error: 'must be an https address' });
