import { ReactNode } from 'react';
import { ScrollRegion } from '../ScrollRegion';
import styles from './PlainTable.module.css';

/**
 * A small table without sorting or pages; too wide or too high, it scrolls.
 *
 * @public
 */
export function PlainTable(props: {
  /** What a screen reader calls it. */
  label: string;
  columns: string[];
  /** Keys in the first column are shown as code. */
  hasCodeKeys?: boolean;
  /** Pixels; without it the table is as high as its rows. */
  maxHeight?: number;
  /** The rows: `<tr>`. */
  children: ReactNode;
}) {
  const { label, columns, hasCodeKeys, maxHeight, children } = props;
  return (
    <ScrollRegion label={label} className={styles.scroll} style={{ maxHeight }}>
      <table
        className={styles.table}
        aria-label={label}
        data-code-keys={hasCodeKeys}
      >
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}
