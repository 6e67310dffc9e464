import type { Random } from '../random/seeded-random.ts';
import { type OwnedRows, personFolds, personsByLabel } from './person-folds.ts';

/** Which rows one member of an ensemble learns from, stops by and is judged by. */
export interface MemberParts {
  readonly fit: readonly number[];
  /** Decide when training stops. */
  readonly heldBack: readonly number[];
  /** Never seen by the member in any way; calibration and threshold are fitted on what it says of them. */
  readonly heldOut: readonly number[];
}

const fewestPersonsPerClass = 3;

/**
 * Deals the training persons into as many parts as there are members; member k is judged by part k, stops by part
 * k + 1 and learns from the others. So every person is held out exactly once, and calibration and threshold rest
 * on all of them (cross-fitting; Platt 1999, section 2.2).
 *
 * With fewer persons of a class than members there are fewer members. With fewer than three there is nobody to
 * hold out: one member learns from, stops by and is judged by everyone, and its figures on training rows flatter.
 *
 * @param rows - training rows, both labels present
 * @param members - wanted, ≥ 3
 * @param random - decides who goes where
 */
export const memberParts = (rows: OwnedRows, members: number, random: Random): readonly MemberParts[] => {
  const { positive, negative } = personsByLabel(rows);
  const folds = Math.min(members, positive.length, negative.length);
  const all = [...rows.ids.keys()];
  if (folds < fewestPersonsPerClass) return [{ fit: all, heldBack: all, heldOut: all }];
  const foldOf = personFolds(rows, folds, random);
  return Array.from({ length: folds }, (_, member) => {
    const stopFold = (member + 1) % folds;
    return {
      fit: all.filter((row) => foldOf[row] !== member && foldOf[row] !== stopFold),
      heldBack: all.filter((row) => foldOf[row] === stopFold),
      heldOut: all.filter((row) => foldOf[row] === member),
    };
  });
};
