import { LineageColumn } from '@datalark/backstage-plugin-data-lineage-common';
import { Knex } from 'knex';
import { isAnyOf } from '../database/manyRows';
import { SchemaStore, StoredSchema } from '../database/SchemaStore';

/** Reads columns of datasets as they are, or were at a time. */
export class ColumnReader {
  constructor(
    private readonly knex: Knex,
    private readonly schemas: SchemaStore,
  ) {}

  /** Columns by node, of those only of which a schema tells all. */
  async whole(
    nodes: readonly number[],
    asOf?: number,
  ): Promise<Map<number, LineageColumn[]>> {
    const rows = await this.knex('nodes')
      .where(isAnyOf(this.knex, 'canonical_id', nodes))
      .andWhere({ type: 'dataset' })
      .select('id', 'canonical_id');
    const leads = new Map<number, number>(
      rows.map(row => [row.id, row.canonical_id]),
    );
    const found = new Map<number, LineageColumn[]>();
    const told = new Map<number, StoredSchema[]>();
    for (const schema of await this.schemas.ofNodes([...leads.keys()])) {
      const node = leads.get(schema.node)!;
      told.set(node, [...(told.get(node) ?? []), schema]);
    }
    for (const [node, schemas] of told) {
      const schema = schemaAt(schemas, asOf);
      if (schema) found.set(node, schema.columns);
    }
    return found;
  }

  /**
   * Columns by node, as the newest schema has them; without one those that
   * edges name, of these names if any are given. Nodes of which nothing is
   * known are absent.
   */
  async read(
    nodes: readonly number[],
    asOf?: number,
    names?: readonly string[],
  ): Promise<Map<number, LineageColumn[]>> {
    const found = await this.whole(nodes, asOf);
    const others = nodes.filter(id => !found.has(id));
    const named = await this.knex('columns')
      .where(isAnyOf(this.knex, 'node_id', others))
      .where(q => {
        if (names) q.where(isAnyOf(this.knex, 'name', names));
      })
      .orderBy('id')
      .select('node_id', 'name');
    for (const { node_id: node, name } of named) {
      const columns = found.get(node);
      if (columns) columns.push({ name });
      else found.set(node, [{ name }]);
    }
    return found;
  }
}

/** The schema that was told last, up to a time. */
export function schemaAt(
  schemas: readonly StoredSchema[],
  asOf = Infinity,
): StoredSchema | undefined {
  return schemas
    .filter(({ firstAt }) => firstAt <= asOf)
    .map(schema => ({ schema, at: Math.min(schema.lastAt, asOf) }))
    .sort(
      (a, b) =>
        b.at - a.at ||
        b.schema.firstAt - a.schema.firstAt ||
        (JSON.stringify(a.schema.columns) < JSON.stringify(b.schema.columns)
          ? 1
          : -1),
    )[0]?.schema;
}
