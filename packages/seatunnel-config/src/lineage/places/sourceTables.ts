import type { PlacedBlock } from '../../model/JobConfig';
import type { JsonObject } from '../../model/JsonValue';
import type { FlowTable } from '../flow/FlowTable';
import type { JobColumn, JobDataset } from '../JobLineage';
import type { Problems } from '../Problems';
import { cdcTables } from './cdcTables';
import { connectors, HOLD_NOTHING } from './connectors';
import type { Connector } from './Connector';
import { jdbcTables } from './jdbcTables';
import { listOption, objectsOption, textOption } from './options';
import { queryTable } from './queryTable';
import { readColumns, schemaColumns, schemaTablePath } from './schemaColumns';
import { tableOfDataset } from './tableOfDataset';

const LISTS = [
  'tables_configs',
  'tables_config',
  'table_configs',
  'table_list',
  'index_list',
];
/** Options in which databases other than JDBC take a query. */
const QUERIES: Record<string, string> = {
  clickhouse: 'sql',
  cassandra: 'cql',
  influxdb: 'sql',
  paimon: 'query',
  iotdb: 'sql',
  openmldb: 'sql',
};

/** The tables that come out of a source. */
export function sourceTables(
  placed: PlacedBlock,
  problems: Problems,
): FlowTable[] {
  const plugin = placed.block.plugin.toLowerCase();
  if (plugin === 'jdbc') return jdbcTables(placed, problems);
  if (plugin.endsWith('-cdc')) return cdcTables(placed, problems);
  const connector = Object.hasOwn(connectors, plugin)
    ? connectors[plugin]
    : undefined;
  if (!connector) {
    problems.unclear(
      placed.path,
      `Where ${placed.block.plugin} reads from is not known here.`,
      'Declare the lineage, or add the plugin to src/lineage/places/connectors.ts.',
    );
    const dataset = { block: placed.path, tablePath: defaultPath(placed) };
    return [tableOfDataset(dataset, schemaColumns(placed.block.options))];
  }
  return variants(placed.block.options).flatMap(options =>
    tablesOf(placed, options, connector, problems),
  );
}

/** The options once for each entry of a list of tables, its own first. */
function variants(options: JsonObject): JsonObject[] {
  for (const key of LISTS) {
    const entries = objectsOption(options, key);
    if (entries?.length) {
      const { [key]: list, ...shared } = options;
      return entries.map(entry => ({ ...shared, ...entry }));
    }
  }
  return [options];
}

function tablesOf(
  placed: PlacedBlock,
  options: JsonObject,
  connector: Connector,
  problems: Problems,
): FlowTable[] {
  const authority = connector.authority?.(options);
  const columns = columnsOf(options);
  const queryOption = QUERIES[placed.block.plugin.toLowerCase()];
  const query = queryOption ? textOption(options, queryOption) : undefined;
  const paths = connector.paths(options);
  const datasetAt = (path: string[]): JobDataset => ({
    block: placed.path,
    address: {
      system: connector.system,
      ...(authority && { authority }),
      path,
    },
    tablePath: schemaTablePath(options) ?? tablePathOf(placed, connector, path),
    ...(columns && { columns }),
  });
  if (query) {
    const [known] = paths;
    const database = textOption(options, 'database', 'keyspace');
    const table = queryTable(
      query,
      `${placed.path}.${queryOption}`,
      path => ({
        dataset: datasetAt(
          known ?? (path.length > 1 || !database ? path : [database, ...path]),
        ),
      }),
      problems,
    );
    if (table) return [table];
    return [
      tableOfDataset(
        known ? datasetAt(known) : unplaced(placed, columns),
        columns,
      ),
    ];
  }
  const isPattern = textOption(options, 'pattern') ?? options.pattern === true;
  return paths.map(path => {
    if (path === undefined || isPattern === true || isPattern === 'true') {
      problems.unclear(
        placed.path,
        path === undefined
          ? `${placed.path} does not say what it reads.`
          : `${placed.path} finds what it reads by a pattern, at run time.`,
        'Name it, or declare the lineage.',
      );
      return tableOfDataset(unplaced(placed, columns), columns);
    }
    const named =
      path.length === 0
        ? schemaTablePath(options) ?? defaultPath(placed)
        : path;
    return tableOfDataset(datasetAt(named), columns);
  });
}

function unplaced(placed: PlacedBlock, columns?: JobColumn[]): JobDataset {
  return {
    block: placed.path,
    tablePath: defaultPath(placed),
    ...(columns && { columns }),
  };
}

function columnsOf(options: JsonObject): JobColumn[] | undefined {
  const known = schemaColumns(options);
  const read = readColumns(options) ?? sourceList(options);
  if (!read) return known;
  return read.map(
    ({ name }) => known?.find(column => column.name === name) ?? { name },
  );
}

/** Elasticsearch's fields. */
function sourceList(options: JsonObject): JobColumn[] | undefined {
  const names = Array.isArray(options.source)
    ? listOption(options, 'source')
    : undefined;
  return names?.map(name => ({ name }));
}

/** Without another name, a table is called like the source's output. */
function defaultPath(placed: PlacedBlock): string[] {
  return placed.block.output?.split('.') ?? ['default'];
}

const LIKE_TABLES = [
  'hive',
  'iceberg',
  'paimon',
  'hudi',
  'doris',
  'starrocks',
  'clickhouse',
  'cassandra',
  'kudu',
  'mongodb',
  'maxcompute',
  'elasticsearch',
  'hbase',
  'tdengine',
];

function tablePathOf(
  placed: PlacedBlock,
  connector: Connector,
  path: string[],
): string[] {
  const isTable =
    LIKE_TABLES.includes(connector.system) ||
    HOLD_NOTHING.includes(connector.system);
  return isTable && path.length > 0 ? path : defaultPath(placed);
}
