import type { PlacedBlock } from '../../model/JobConfig';
import type { JsonObject } from '../../model/JsonValue';
import type { FlowTable } from '../flow/FlowTable';
import type { JobDataset } from '../JobLineage';
import type { Problems } from '../Problems';
import { readInsert } from '../sql/readInsert';
import type { InsertStatement } from '../sql/readInsert';
import { connectors } from './connectors';
import type { Connector } from './Connector';
import { jdbcDataset, jdbcPlace } from './jdbcTables';
import { listOption, objectsOption, textOption } from './options';
import { filled } from './placeholders';

/** Where a table goes. */
export type SinkTarget = {
  dataset: JobDataset;
  /** The statement that a Jdbc sink runs for each row. */
  insert?: InsertStatement;
  /** The only columns that are written. */
  columns?: string[];
  /** Columns go to columns that nobody can tell. */
  blind?: boolean;
};

/** Where a sink writes a table that comes in. */
export function sinkTarget(
  placed: PlacedBlock,
  table: FlowTable,
  problems: Problems,
): SinkTarget {
  const { plugin } = placed.block;
  if (plugin.toLowerCase() === 'jdbc') {
    return jdbcTarget(placed, table, problems);
  }
  if (plugin.toLowerCase() === 's3-redshift') {
    return redshiftTarget(placed, table, problems);
  }
  const connector = Object.hasOwn(connectors, plugin.toLowerCase())
    ? connectors[plugin.toLowerCase()]
    : undefined;
  if (!connector) {
    problems.unclear(
      placed.path,
      `Where ${plugin} writes to is not known here.`,
      'Declare the lineage, or add the plugin to src/lineage/places/connectors.ts.',
    );
    return { dataset: { block: placed.path, tablePath: table.path } };
  }
  const options = optionsFor(placed.block.options, table);
  const columns = listOption(options, 'sink_columns');
  return {
    dataset: placedDataset(placed, options, connector, table, problems),
    ...(columns && { columns }),
  };
}

/** Hudi lists its tables; the one of the same name is meant. */
function optionsFor(options: JsonObject, table: FlowTable): JsonObject {
  const entries = objectsOption(options, 'table_list');
  const named = entries?.find(
    entry => textOption(entry, 'table_name', 'table') === table.path.at(-1),
  );
  const entry = named ?? (entries?.length === 1 ? entries[0] : undefined);
  return entry ? { ...options, ...entry } : options;
}

/** What these sinks take for options that are not given. */
const DEFAULTS: Record<string, JsonObject> = {
  doris: { database: '${database_name}', table: '${table_name}' },
  starrocks: { table: '${table_name}' },
  paimon: { database: '${database_name}', table: '${table_name}' },
  hudi: { table_name: '${table_name}' },
  milvus: { collection: '${table_name}' },
  iceberg: { table: '${table_name}' },
  elasticsearch: { index: '${table_name}' },
};

function placedDataset(
  placed: PlacedBlock,
  options: JsonObject,
  connector: Connector,
  table: FlowTable,
  problems: Problems,
): JobDataset {
  const named = textOption(options, 'table.identifier') !== undefined;
  const all = { ...(!named && DEFAULTS[connector.system]), ...options };
  const [written] = connector.paths(all);
  const authority = connector.authority?.(all);
  if (!written) {
    problems.unclear(
      placed.path,
      `${placed.path} does not say where it writes to.`,
      'Add the option that names it.',
    );
    return { block: placed.path, tablePath: table.path };
  }
  const path = written.flatMap(part => {
    const whole = filled(part, table.path);
    return whole === undefined ? [undefined] : [whole];
  });
  if (path.includes(undefined)) return unfilled(placed, table, problems);
  const byRow = written.find(part =>
    table.columns.some(column => part.includes(`\${${column.name}}`)),
  );
  if (byRow) {
    problems.unclear(
      placed.path,
      `Where ${placed.path} writes to is told by each row: ${byRow}.`,
      'Declare the lineage.',
    );
    return { block: placed.path, tablePath: table.path };
  }
  const place = path.length === 0 ? nonEmpty(table.path) : (path as string[]);
  return {
    block: placed.path,
    address: {
      system: connector.system,
      ...(authority && { authority }),
      path: place,
    },
    tablePath: place,
  };
}

function nonEmpty(path: string[]): string[] {
  return path.length > 0 ? path : ['default'];
}

function unfilled(
  placed: PlacedBlock,
  table: FlowTable,
  problems: Problems,
): JobDataset {
  problems.unclear(
    placed.path,
    `${placed.path} takes its table's name from a part that "${table.path.join(
      '.',
    )}" does not have.`,
    'Write the name out, or add a default: ${schema_name:public}.',
  );
  return { block: placed.path, tablePath: table.path };
}

/** S3-Redshift loads its files by `COPY table FROM …`. */
function redshiftTarget(
  placed: PlacedBlock,
  table: FlowTable,
  problems: Problems,
): SinkTarget {
  const place = jdbcPlace(placed, problems, 'jdbc_url');
  const sql = textOption(placed.block.options, 'execute_sql') ?? '';
  const name = /^\s*copy\s+([\w.$"]+)/i.exec(sql)?.[1].replace(/"/g, '');
  if (!name) {
    problems.unclear(
      `${placed.path}.execute_sql`,
      'The statement is no COPY into a table; where it writes to is unknown.',
      "Write COPY table FROM 's3://…${path}'.",
    );
    return { dataset: { block: placed.path, tablePath: table.path } };
  }
  return { dataset: jdbcDataset(placed.path, place, name.split('.')) };
}

function jdbcTarget(
  placed: PlacedBlock,
  table: FlowTable,
  problems: Problems,
): SinkTarget {
  const { options } = placed.block;
  const place = jdbcPlace(placed, problems, 'url');
  const query = textOption(options, 'query');
  if (query && String(options.generate_sink_sql) !== 'true') {
    const insert = readInsert(query);
    if (insert)
      return { dataset: jdbcDataset(placed.path, place, insert.path), insert };
    problems.unclear(
      `${placed.path}.query`,
      'The statement is not understood: it is no INSERT of one row. What it writes is unknown.',
      'Write INSERT INTO t (a, b) VALUES (?, ?), or set generate_sink_sql, database and table.',
    );
    return {
      dataset: { block: placed.path, tablePath: table.path },
      blind: true,
    };
  }
  const prefix = textOption(options, 'tablePrefix') ?? '';
  const suffix = textOption(options, 'tableSuffix') ?? '';
  const written = (textOption(options, 'table') ?? '${table_name}').split('.');
  const names = [
    ...written.slice(0, -1),
    `${prefix}${written.at(-1)}${suffix}`,
  ];
  const filledNames = names.map(name => filled(name, table.path));
  const database = filled(textOption(options, 'database') ?? '', table.path);
  if (filledNames.includes(undefined) || database === undefined) {
    return { dataset: unfilled(placed, table, problems) };
  }
  const there = place && (database ? { ...place, database } : place);
  return { dataset: jdbcDataset(placed.path, there, filledNames as string[]) };
}
