import { readId } from './read-id.ts';

/** Letters and digits in up to four groups: "KX19 ZFM", "B-MW 4471", "4821 KLM". */
const value = /[\p{Lu}\d]{1,8}(?:[ ·-][\p{Lu}\d]{1,5}(?![\p{L}\d])){0,3}(?![\p{L}\d.])/uy;
/** "growth plate L4", "agar plate 24 H" have fewer. */
const fewestUnits = 5;
const fewestDigits = 2;

const isPlate = (plate: string) => {
  const digits = plate.replace(/\D/g, '').length;
  const units = plate.replace(/[ ·-]/g, '').length;
  return units >= fewestUnits && digits >= fewestDigits && digits < units;
};

/**
 * Reads the plate of a vehicle, which has letters and digits, or a number as long as an identifying one.
 *
 * @param name - of the field, in lower case
 * @returns where it ends; `start` where there is none
 * @example
 * readPlate('KX19 ZFM seen', 0, 'number plate') // => 8
 * readPlate('L4 fracture', 0, 'plate') // => 0
 */
export const readPlate = (text: string, start: number, name: string): number => {
  value.lastIndex = start;
  const plate = value.exec(text)?.[0] ?? '';
  if (isPlate(plate)) return start + plate.length;
  // "matrícula" is a student's number too; a plate or vehicle alone may be of many kinds.
  return name.includes(' ') || name.startsWith('matr') ? readId(text, start, name) : start;
};
