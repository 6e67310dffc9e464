import { selectWindows, type Windows } from '../windows.ts';

/**
 * At most so many windows, evenly spread over all of them.
 *
 * @param windows - to choose from
 * @param most - ≥ 1
 */
export const spreadOver = (windows: Windows, most: number): Windows => {
  if (windows.count <= most) return windows;
  const chosen = Array.from({ length: most }, (_, index) => Math.floor((index * windows.count) / most));
  return selectWindows(windows, chosen);
};
