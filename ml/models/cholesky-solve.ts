import { InsufficientDataError } from '../insufficient-data-error.ts';

/**
 * Solves A x = b for a symmetric positive definite A, by Cholesky factorisation. O(n³). Golub & Van Loan 2013, 4.2.
 *
 * @param matrix - A row by row, shape [n × n]; only its lower triangle is read; not mutated
 * @param right - b, shape [n]; not mutated
 * @returns x, shape [n]
 * @throws {InsufficientDataError} when A is not positive definite
 * @example
 * Array.from(choleskySolve(new Float64Array([4, 0, 2, 2]), new Float64Array([8, 6]))) // => [1, 2]
 */
export const choleskySolve = (matrix: Float64Array, right: Float64Array): Float64Array => {
  const size = right.length;
  const factor = matrix.slice();
  const at = (row: number, column: number) => factor[row * size + column] as number;
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let sum = at(row, column);
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      if (row > column) factor[row * size + column] = sum / at(column, column);
      else if (sum > 0) factor[row * size + column] = Math.sqrt(sum);
      else throw new InsufficientDataError('The matrix is not positive definite: regularise it.');
    }
  }
  const solution = right.slice();
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row] as number;
    for (let k = 0; k < row; k += 1) sum -= at(row, k) * (solution[k] as number);
    solution[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] as number;
    for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (solution[k] as number);
    solution[row] = sum / at(row, row);
  }
  return solution;
};
