/**
 * Where people live: zones of all continents, with and without clock changes, and with offsets of half and quarter
 * hours. A zone named twice is twice as common.
 */
export const timeZoneMix: readonly string[] = [
  'UTC',
  'Africa/Johannesburg',
  'Africa/Lagos',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/New_York',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Dubai',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Kolkata',
  'Asia/Manila',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Europe/London',
  'Europe/London',
  'Europe/Madrid',
  'Pacific/Auckland',
];
