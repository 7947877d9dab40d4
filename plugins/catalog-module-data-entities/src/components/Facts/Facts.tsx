import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A named value. */
export type Fact = { label: string; value: ReactNode };

/** Named values in a grid that adapts to the width of its card. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
