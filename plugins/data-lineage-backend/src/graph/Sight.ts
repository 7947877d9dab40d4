import { Knex } from 'knex';
import { OPEN } from '../derive/Interval';

/** Which edges count: those of a time, of some origins. */
export type Sight = {
  /** Milliseconds since 1970; absent: what holds as far as is known. */
  asOf?: number;
  /** Indexes in `ORIGINS`; absent: all. */
  origins?: readonly number[];
};

/** SQL that is true for rows of an edge table `alias` that count. */
export function seen(knex: Knex, alias: string, sight: Sight): Knex.Raw {
  const parts = [`${alias}.superseded_at is null`];
  const values: number[] = [];
  if (sight.asOf === undefined) {
    parts.push(`${alias}.valid_to = ?`);
    values.push(OPEN);
  } else {
    parts.push(`${alias}.valid_from <= ? and ${alias}.valid_to > ?`);
    values.push(sight.asOf, sight.asOf);
  }
  if (sight.origins) {
    parts.push(
      `${alias}.origin in (${sight.origins.map(() => '?').join(', ')})`,
    );
    values.push(...sight.origins);
  }
  return knex.raw(parts.join(' and '), values);
}
