import type { PlacedBlock } from '../../model/JobConfig';
import type { JsonObject } from '../../model/JsonValue';
import type { FlowTable } from '../flow/FlowTable';
import type { JobDataset } from '../JobLineage';
import type { Problems } from '../Problems';
import { jdbcPlaceOf, wholeTablePath } from './jdbcPlace';
import type { JdbcPlace } from './jdbcPlace';
import { objectsOption, textOption } from './options';
import { queryTable } from './queryTable';
import { schemaColumns } from './schemaColumns';
import { tableOfDataset } from './tableOfDataset';

/** The tables that a Jdbc source reads: by `table_list`, `table_path` or `query`. */
export function jdbcTables(
  placed: PlacedBlock,
  problems: Problems,
): FlowTable[] {
  const { options } = placed.block;
  const place = jdbcPlace(placed, problems, 'url');
  const list = objectsOption(options, 'table_list');
  if (list?.length) {
    return list.map((entry, index) =>
      oneTable(
        placed,
        entry,
        place,
        `${placed.path}.table_list[${index}]`,
        problems,
      ),
    );
  }
  return [oneTable(placed, options, place, placed.path, problems)];
}

function oneTable(
  placed: PlacedBlock,
  options: JsonObject,
  place: JdbcPlace | undefined,
  field: string,
  problems: Problems,
): FlowTable {
  const columns = schemaColumns(options);
  const datasetOf = (written: string[]) => ({
    dataset: jdbcDataset(placed.path, place, written),
  });
  const tablePath = textOption(options, 'table_path');
  const query = textOption(options, 'query');
  if (query) {
    const read = queryTable(query, `${field}.query`, datasetOf, problems);
    const path = tablePath?.split('.') ??
      read?.path ??
      placed.block.output?.split('.') ?? ['default'];
    if (read) return { ...read, path };
    // The table_path of a list names what the query stands for.
    const dataset = tablePath
      ? datasetOf(path).dataset
      : { block: placed.path, tablePath: path };
    return tableOfDataset(dataset, columns);
  }
  if (tablePath)
    return tableOfDataset(datasetOf(tablePath.split('.')).dataset, columns);
  problems.unclear(
    field,
    `${field} does not say what it reads.`,
    'Add table_path, table_list or query.',
  );
  return tableOfDataset(
    { block: placed.path, tablePath: ['default'] },
    columns,
  );
}

/** A table of a database; without its place where the URL is not understood. */
export function jdbcDataset(
  block: string,
  place: JdbcPlace | undefined,
  written: string[],
): JobDataset {
  if (!place) return { block, tablePath: written };
  const path = wholeTablePath(place, written);
  return {
    block,
    address: {
      system: place.system,
      ...(place.authority && { authority: place.authority }),
      path,
    },
    tablePath: path.filter(Boolean),
  };
}

/** The place of a block's URL; a problem where it is not understood. */
export function jdbcPlace(
  placed: PlacedBlock,
  problems: Problems,
  ...keys: string[]
): JdbcPlace | undefined {
  const url = textOption(placed.block.options, ...keys);
  const place = url === undefined ? undefined : jdbcPlaceOf(url);
  if (!place) {
    problems.unclear(
      `${placed.path}.${keys[0]}`,
      url === undefined
        ? `${placed.path} has no ${keys[0]}; where its data lies is unknown.`
        : `The URL of ${placed.path} is not understood; where its data lies is unknown.`,
      'Give a JDBC URL with host and database.',
    );
  }
  return place;
}
