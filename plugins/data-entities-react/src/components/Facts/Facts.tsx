import { ReactNode } from 'react';
import styles from './Facts.module.css';

/**
 * Facts with their names, as a description list.
 *
 * @public
 */
export function Facts(props: { children: ReactNode }) {
  return <dl className={styles.facts}>{props.children}</dl>;
}

/**
 * One fact.
 *
 * @public
 */
export function Fact(props: {
  label: string;
  /** Takes a whole line. */
  isWide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.fact} data-wide={props.isWide || undefined}>
      <dt className={styles.label}>{props.label}</dt>
      <dd className={styles.value}>{props.children}</dd>
    </div>
  );
}
