import type { PlacedBlock } from '../../model/JobConfig';
import type { JsonObject } from '../../model/JsonValue';
import type { FlowTable } from '../flow/FlowTable';
import type { JobDataset } from '../JobLineage';
import type { Problems } from '../Problems';
import { jdbcDataset, jdbcPlace } from './jdbcTables';
import type { JdbcPlace } from './jdbcPlace';
import { listOption, textOption } from './options';
import { schemaColumns } from './schemaColumns';
import { tableOfDataset } from './tableOfDataset';

const SYSTEMS: Record<string, Pick<JdbcPlace, 'system' | 'hasSchemas'>> = {
  'mysql-cdc': { system: 'mysql', hasSchemas: false },
  'oceanbase-cdc': { system: 'oceanbase', hasSchemas: false },
  'tidb-cdc': { system: 'tidb', hasSchemas: false },
  'mongodb-cdc': { system: 'mongodb', hasSchemas: false },
  'postgres-cdc': { system: 'postgres', hasSchemas: true },
  'opengauss-cdc': { system: 'opengauss', hasSchemas: true },
  'sqlserver-cdc': { system: 'mssql', hasSchemas: true },
  'oracle-cdc': { system: 'oracle', hasSchemas: true },
  'db2-cdc': { system: 'db2', hasSchemas: true },
};

/** The tables whose changes a CDC source reads. */
export function cdcTables(
  placed: PlacedBlock,
  problems: Problems,
): FlowTable[] {
  const { options, plugin } = placed.block;
  const columns = schemaColumns(options);
  const known = SYSTEMS[plugin.toLowerCase()];
  const place = cdcPlace(placed, known, problems);
  const names = tableNames(options, known?.hasSchemas ?? true);
  const certain = names?.filter(name => !isPattern(name)) ?? [];
  if (!names || certain.length < names.length) {
    problems.unclear(
      placed.path,
      `Which tables ${placed.path} reads is decided at run time, by a pattern.`,
      'Name the tables in table-names, or declare the lineage.',
    );
  }
  if (!names || certain.length === 0) {
    const dataset: JobDataset = {
      block: placed.path,
      tablePath: placed.block.output?.split('.') ?? ['default'],
    };
    return [tableOfDataset(dataset, columns)];
  }
  return certain.map(name =>
    tableOfDataset(jdbcDataset(placed.path, place, name.split('.')), columns),
  );
}

function cdcPlace(
  placed: PlacedBlock,
  known: Pick<JdbcPlace, 'system' | 'hasSchemas'> | undefined,
  problems: Problems,
): JdbcPlace | undefined {
  const { options } = placed.block;
  const host = textOption(options, 'hosts', 'hostname');
  if (known && host) {
    const port = textOption(options, 'port');
    return {
      ...known,
      authority: port && !host.includes(':') ? `${host}:${port}` : host,
    };
  }
  const place = jdbcPlace(placed, problems, 'base-url', 'url');
  return place && known ? { ...place, ...known } : place;
}

function tableNames(
  options: JsonObject,
  hasSchemas: boolean,
): string[] | undefined {
  const names = listOption(
    options,
    'table-names',
    'table-name',
    'table-list',
    'collection',
  );
  if (!names) return undefined;
  const database = listOption(
    options,
    'database-names',
    'database-name',
    'database',
  );
  const schema = listOption(options, 'schema-names', 'schema-name');
  return names.map(name => {
    const parts = name.split('.');
    // Oracle takes SCHEMA.TABLE beside the name of the database.
    const full = [...parts];
    if (full.length === 1 && schema?.length === 1) full.unshift(schema[0]);
    const needed = hasSchemas ? 3 : 2;
    if (
      full.length < needed &&
      database?.length === 1 &&
      full[0] !== database[0]
    )
      full.unshift(database[0]);
    return full.join('.');
  });
}

function isPattern(name: string): boolean {
  return /[*?+|()[\]^$\\]/.test(name) && !name.includes('${');
}
