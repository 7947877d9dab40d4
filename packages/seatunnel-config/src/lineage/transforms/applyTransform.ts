import type { PlacedBlock } from '../../model/JobConfig';
import type { FlowTable } from '../flow/FlowTable';
import { objectsOption, textOption } from '../places/options';
import type { Problems } from '../Problems';
import * as columns from './columnTransforms';
import { matchesWhole } from './matchingPattern';
import * as rows from './rowTransforms';
import {
  merged,
  tableFilter,
  tableMerge,
  tableRename,
} from './tableTransforms';
import type { Transform } from './Transform';

/** Transforms by their names in lower case. */
const TRANSFORMS: Readonly<Record<string, Transform>> = {
  copy: columns.copy,
  fieldmapper: columns.fieldMapper,
  filter: columns.filter,
  replace: columns.replace,
  split: columns.split,
  regexextract: columns.regexExtract,
  jsonpath: columns.jsonPath,
  fieldencrypt: columns.fieldEncrypt,
  encrypt: columns.fieldEncrypt,
  textchunk: columns.textChunk,
  embedding: columns.embedding,
  metadata: columns.metadata,
  rowkindextractor: columns.rowKindExtractor,
  fieldrename: columns.fieldRename,
  filterrowkind: rows.unchanged,
  definesinktype: rows.unchanged,
  datavalidator: rows.dataValidator,
  llm: rows.llm,
  sql: rows.sql,
  calcite: rows.sql,
  dynamiccompile: rows.foreignCode,
  python: rows.foreignCode,
  tablerename: tableRename,
  tablemerge: tableMerge,
  tablefilter: tableFilter,
};

/**
 * What a transform makes of the tables that it reads. An entry of
 * `table_transform` for a table goes before the options around it, which hold
 * for the tables that `table_match_regex` matches; others pass.
 */
export function applyTransform(
  placed: PlacedBlock,
  tables: readonly FlowTable[],
  problems: Problems,
): FlowTable[] {
  const { plugin, options, inputs } = placed.block;
  const key = plugin.toLowerCase();
  const transform = Object.hasOwn(TRANSFORMS, key)
    ? TRANSFORMS[key]
    : undefined;
  if (!transform) {
    problems.unclear(
      placed.path,
      `What ${plugin} does is not known here; which column becomes which is unknown.`,
      'Declare the lineage.',
    );
    return tables.map(table => rows.blurred(table, placed.path));
  }
  const own = objectsOption(options, 'table_transform') ?? [];
  const pattern = textOption(options, 'table_match_regex');
  const result = tables.flatMap(table => {
    const index = own.findIndex(
      entry => textOption(entry, 'table_path') === table.path.join('.'),
    );
    const step = { table, inputs, problems };
    if (index >= 0) {
      return transform({
        ...step,
        options: own[index],
        path: `${placed.path}.table_transform[${index}]`,
      });
    }
    const isMeant =
      pattern === undefined || matchesWhole(pattern, table.path.join('.'));
    if (isMeant === undefined) {
      problems.unclear(
        `${placed.path}.table_match_regex`,
        'The pattern is not understood; which tables it means is unknown.',
        'Use a simpler pattern, or table_transform.',
      );
      return [rows.blurred(table, placed.path)];
    }
    return isMeant
      ? transform({ ...step, options, path: placed.path })
      : [table];
  });
  return key === 'tablemerge' ? merged(result) : result;
}
