/**
 * A piece of a script. Offsets are UTF-16 units from 0, `end` is after the last
 * one; lines and columns count from 1 as Flink's messages do, `endColumn` is after
 * the last character.
 *
 * @public
 */
export type TextSpan = {
  start: number;
  end: number;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
};
