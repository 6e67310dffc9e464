import type { EncodeEntry, GroupMark } from 'vega';

export interface ColouredLines {
  /** Names a data set with the fields x, y and `groupBy`. */
  readonly data: string;
  /** One line for each of its values, in the colour of the scale `colour`. */
  readonly groupBy: string;
  /** What else a line is drawn with, such as its width. */
  readonly stroke: EncodeEntry;
}

/**
 * A vega mark of one line a group, on the scales x, y and colour.
 *
 * @param lines - which data, told apart by what
 */
export const colouredLines = ({ data, groupBy, stroke }: ColouredLines): GroupMark => ({
  type: 'group',
  from: { facet: { name: 'line', data, groupby: groupBy } },
  marks: [
    {
      type: 'line',
      from: { data: 'line' },
      encode: {
        enter: {
          x: { scale: 'x', field: 'x' },
          y: { scale: 'y', field: 'y' },
          stroke: { scale: 'colour', field: groupBy },
          strokeJoin: { value: 'round' },
          ...stroke,
        },
      },
    },
  ],
});
