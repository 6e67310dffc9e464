/**
 * Lays a Keras matrix of an LSTM out in panels: of four units each, and of each unit four gates.
 *
 * @param from - [rows][4 gates × units], row by row
 * @param to - panels [units / 4][panelRows][16]; padding is left as it is
 */
export function packGates(from: usize, to: usize, rows: i32, units: i32, panelRows: i32): void {
  const gate = <usize>units << 2;
  const panel = <usize>panelRows << 6;
  for (let unit = 0; unit < units; unit += 4) {
    const width = min(4, units - unit);
    let source = from + (<usize>unit << 2);
    let target = to;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < 64; column += 16) {
        if (width == 4) v128.store(target + column, v128.load(source));
        else memory.copy(target + column, source, <usize>width << 2);
        source += gate;
      }
      target += 64;
    }
    to += panel;
  }
}
