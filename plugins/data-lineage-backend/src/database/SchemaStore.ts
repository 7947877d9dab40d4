import { LineageColumn } from '@datalark/backstage-plugin-data-lineage-common';
import { Knex } from 'knex';
import { hashOf } from './hashOf';
import { insertRows, isAnyOf, isPostgres } from './manyRows';

/** A schema that an event has told. */
export type ToldSchema = { node: number; columns: LineageColumn[]; at: number };

/** A schema of a node with the first and last time that it was told. */
export type StoredSchema = {
  node: number;
  columns: LineageColumn[];
  firstAt: number;
  lastAt: number;
};

/** Which columns datasets have had, as events say. */
export class SchemaStore {
  constructor(private readonly knex: Knex) {}

  /** Notes schemas; the same in whatever order they come. */
  async tell(told: readonly ToldSchema[], knex: Knex): Promise<void> {
    const rows = new Map<string, any>();
    for (const { node, columns, at } of told) {
      const fields = JSON.stringify(columns);
      const hash = hashOf(fields);
      const row = rows.get(`${node} ${hash}`) ?? {
        node_id: node,
        hash,
        fields,
        first_at: at,
        last_at: at,
      };
      row.first_at = Math.min(row.first_at, at);
      row.last_at = Math.max(row.last_at, at);
      rows.set(`${node} ${hash}`, row);
    }
    const [least, greatest] = isPostgres(knex)
      ? ['least', 'greatest']
      : ['min', 'max'];
    await insertRows(
      knex,
      'schemas',
      {
        node_id: 'integer',
        hash: 'text',
        fields: 'text',
        first_at: 'bigint',
        last_at: 'bigint',
      },
      [...rows.values()],
      `on conflict (node_id, hash) do update set
        first_at = ${least}(schemas.first_at, excluded.first_at),
        last_at = ${greatest}(schemas.last_at, excluded.last_at)`,
    );
  }

  /** All schemas of these nodes. */
  async ofNodes(nodes: readonly number[]): Promise<StoredSchema[]> {
    const rows = await this.knex('schemas').where(
      isAnyOf(this.knex, 'node_id', nodes),
    );
    return rows.map(row => ({
      node: row.node_id,
      columns: JSON.parse(row.fields),
      firstAt: Number(row.first_at),
      lastAt: Number(row.last_at),
    }));
  }
}
