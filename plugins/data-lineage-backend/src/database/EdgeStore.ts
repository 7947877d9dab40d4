import { Knex } from 'knex';
import { Interval } from '../derive/Interval';
import { ColumnType, insertRows, isAnyOf } from './manyRows';

/** Tables of what holds for a time. */
export const EDGE_TABLES = ['edges', 'column_edges', 'influences'] as const;

/** One of {@link EDGE_TABLES}. */
export type EdgeTable = (typeof EDGE_TABLES)[number];

/**
 * What is drawn: nodes in `edges`, columns in `column_edges`, a column and a
 * node in `influences`. No transformation in `edges`.
 */
export type Drawn = {
  from: number;
  to: number;
  transformation?: number;
  /** In `edges`: the job only asks for the rows of a key. */
  isLookup?: boolean;
};

/** A current row. */
export type EdgeRow = Drawn & { id: number; scopeId: number } & {
  interval: Interval;
};

/** A row to be. */
export type NewEdge = Drawn & {
  scopeId: number;
  origin: number;
  interval: Interval;
};

export const drawnKey = ({ from, to, transformation, isLookup }: Drawn) =>
  `${from}>${to}:${transformation ?? ''}${isLookup ? '?' : ''}`;

const COLUMNS: Record<string, ColumnType> = {
  from_id: 'integer',
  to_id: 'integer',
  scope_id: 'integer',
  origin: 'smallint',
  valid_from: 'bigint',
  valid_to: 'bigint',
  recorded_at: 'bigint',
};

/** Edges: never changed, only superseded by others. */
export class EdgeStore {
  /** Rows that are believed now, of these scopes. */
  async ofScopes(
    table: EdgeTable,
    scopeIds: readonly number[],
    knex: Knex,
  ): Promise<EdgeRow[]> {
    if (scopeIds.length === 0) return [];
    const rows = await knex(table)
      .where(isAnyOf(knex, 'scope_id', scopeIds))
      .whereNull('superseded_at');
    return rows.map(row => ({
      id: Number(row.id),
      scopeId: row.scope_id,
      from: row.from_id,
      to: row.to_id,
      transformation: row.transformation_id,
      isLookup: Boolean(row.is_lookup),
      interval: { from: Number(row.valid_from), to: Number(row.valid_to) },
    }));
  }

  async write(
    table: EdgeTable,
    change: { superseded: readonly number[]; added: readonly NewEdge[] },
    now: number,
    knex: Knex,
  ): Promise<void> {
    if (change.superseded.length > 0) {
      await knex(table)
        .where(isAnyOf(knex, 'id', change.superseded))
        .update({ superseded_at: now });
    }
    const own: Record<string, ColumnType> =
      table === 'edges'
        ? { is_lookup: 'boolean' }
        : { transformation_id: 'integer' };
    await insertRows(
      knex,
      table,
      { ...COLUMNS, ...own },
      change.added.map(edge => ({
        from_id: edge.from,
        to_id: edge.to,
        scope_id: edge.scopeId,
        origin: edge.origin,
        valid_from: edge.interval.from,
        valid_to: edge.interval.to,
        recorded_at: now,
        transformation_id: edge.transformation,
        is_lookup: Boolean(edge.isLookup),
      })),
    );
  }

  /** Scopes that have drawn anything at these nodes. */
  async scopesAt(nodes: readonly number[], knex: Knex): Promise<number[]> {
    if (nodes.length === 0) return [];
    const at = (column: string) => isAnyOf(knex, column, nodes);
    const columns = () =>
      knex('columns').where(isAnyOf(knex, 'node_id', nodes)).select('id');
    const found = await knex('edges')
      .where(q => q.where(at('from_id')).orWhere(at('to_id')))
      .whereNull('superseded_at')
      .select('scope_id')
      .union([
        knex('column_edges')
          .where(q =>
            q.whereIn('from_id', columns()).orWhereIn('to_id', columns()),
          )
          .whereNull('superseded_at')
          .select('scope_id'),
        knex('influences')
          .where(q => q.whereIn('from_id', columns()).orWhere(at('to_id')))
          .whereNull('superseded_at')
          .select('scope_id'),
      ]);
    return found.map(({ scope_id }) => scope_id);
  }
}
