/** Turns offsets into lines and columns, both from 1, as Flink counts. @public */
export type LineMap = {
  positionAt(offset: number): { line: number; column: number };
};

/**
 * Reads where a script's lines start, once; each look-up is a binary search.
 * Columns count UTF-16 units; `\n`, `\r` and `\r\n` end a line.
 *
 * @public
 */
export function lineMap(script: string): LineMap {
  const starts = [0];
  const end = /\r\n|\r|\n/g;
  while (end.exec(script)) starts.push(end.lastIndex);
  return {
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, script.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle] <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - starts[low] + 1 };
    },
  };
}
