import type { KnownTable } from '@datalark/flink-sql';
import type { CdcBlock, CdcTable } from './cdcTables';
import { cdcName, cdcOption } from './cdcTables';

/** Tables of one name on both sides are two. */
const pathOf = (
  catalog: 'source' | 'sink',
  { database, schema, table }: CdcTable,
) => ({
  catalog,
  database: schema === undefined ? database : `${database}.${schema}`,
  table,
});

/** A table that a pipeline reads, with the options of Flink's connector for it. */
export function cdcSource(source: CdcBlock, table: CdcTable): KnownTable {
  return {
    path: pathOf('source', table),
    options: {
      ...texts(source),
      connector: `${cdcOption(source, 'type')}-cdc`,
      'database-name': table.database,
      ...(table.schema !== undefined && { 'schema-name': table.schema }),
      'table-name': table.table,
      // MongoDB calls them otherwise.
      database: table.database,
      collection: table.table,
    },
  };
}

/** A table that a pipeline writes. */
export function cdcSink(sink: CdcBlock, table: CdcTable): KnownTable {
  const type = cdcOption(sink, 'type') ?? '';
  const options = texts(sink);
  const name = cdcName(table);
  const path = pathOf('sink', table);
  const prefix = 'catalog.properties.';
  const catalogOptions = Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
  switch (type) {
    case 'paimon':
    case 'iceberg':
      return {
        path,
        options: {},
        catalogOptions: { ...catalogOptions, type },
      };
    case 'kafka':
      return {
        path,
        options: { ...options, connector: type, topic: options.topic ?? name },
      };
    case 'elasticsearch':
      return {
        path,
        options: {
          ...options,
          connector: 'elasticsearch-7',
          index: options.index ?? name,
        },
      };
    case 'values':
      return { path, options: { connector: 'print' } };
    default:
      return {
        path,
        options: {
          ...options,
          connector: type,
          'table.identifier': name,
          'database-name': table.database,
          'schema-name': table.schema ?? table.database,
          'table-name': table.table,
        },
      };
  }
}

function texts(block: CdcBlock): Record<string, string> {
  return Object.fromEntries(
    Object.keys(block).flatMap(key => {
      const value = cdcOption(block, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
