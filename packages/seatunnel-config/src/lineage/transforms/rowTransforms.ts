import {
  allFeeds,
  deciding,
  distinctFeeds,
  through,
  withColumns,
} from '../flow/FlowTable';
import type { Feed, FlowTable } from '../flow/FlowTable';
import { listOption, objectsOption, textOption } from '../places/options';
import { applySelect } from '../sql/applySelect';
import { readSelect } from '../sql/readSelect';
import { columnsRemedy, feedsNamed } from './columnTransforms';
import type { Transform, TransformStep } from './Transform';

/** Transforms that change neither columns nor tables. */
export const unchanged: Transform = step => [step.table];

/** A table that went through foreign code: which column became which is unknown. */
export function blurred(table: FlowTable, field: string): FlowTable {
  const sources = new Set(
    allFeeds(table)
      .filter(feed => feed.type === 'DIRECT')
      .map(feed => feed.dataset),
  );
  return {
    ...table,
    columns: [],
    open: [...sources].map(dataset => ({
      dataset,
      except: new Set<string>(),
      subtype: 'TRANSFORMATION',
      field,
    })),
  };
}

/** `DynamicCompile`, `Python`: columns are made by code. */
export const foreignCode: Transform = step => {
  step.problems.unclear(
    step.path,
    `${step.path} runs code; which column becomes which is unknown.`,
    'Declare the lineage, or use transforms that can be read.',
  );
  return [blurred(step.table, step.path)];
};

/** `LLM`: a new column of some columns, or of all. */
export const llm: Transform = step => {
  const name = textOption(step.options, 'output_column_name') ?? 'llm_output';
  const chosen = listOption(step.options, 'inference_columns');
  const feeds: Feed[] = chosen
    ? chosen.flatMap(column => feedsNamed(step, column, 'inference_columns'))
    : allFeeds(step.table);
  const field = `${step.path}.prompt`;
  if (!step.problems.canFollow(feeds.length, field)) return [step.table];
  const made = distinctFeeds(feeds).map(feed =>
    through(feed, 'TRANSFORMATION', field),
  );
  return [withColumns(step.table, [{ name, feeds: made }])];
};

/** `Sql` (its `query`, long ago `sql`): a SELECT over the table. */
export const sql: Transform = step => {
  const option = textOption(step.options, 'query') ? 'query' : 'sql';
  const field = `${step.path}.${option}`;
  const text = textOption(step.options, option);
  const { query, why } =
    text === undefined
      ? { why: 'there is none', query: undefined }
      : readSelect(text);
  const wrongTables = query && query.tables.length !== 1;
  if (!query || wrongTables) {
    step.problems.unclear(
      field,
      `The query is not understood: ${
        why ?? 'it has not one table'
      }. Which column becomes which is unknown.`,
      'Select from the one table that the transform reads.',
    );
    return [blurred(step.table, field)];
  }
  const [{ path, alias }] = query.tables;
  const names = [
    path,
    [path.at(-1)!],
    ...(alias ? [[alias]] : []),
    ...step.inputs.map(one => [one]),
  ];
  const { table, missing } = applySelect(
    query,
    [{ names, table: step.table }],
    field,
    step.problems,
  );
  for (const name of missing) {
    step.problems.wrong(
      field,
      `There is no column "${name}".`,
      columnsRemedy(step.table),
    );
  }
  return [table];
};

/** Columns of the table that gets what fails a DataValidator. */
const ERROR_COLUMNS = [
  'source_table_id',
  'source_table_path',
  'original_data',
  'validation_errors',
  'create_time',
];

/** `DataValidator`: rows may be left out, or go to a table of their own. */
export const dataValidator: Transform = step => {
  const field = `${step.path}.field_rules`;
  const rules = objectsOption(step.options, 'field_rules') ?? [];
  const names = [
    ...new Set(rules.flatMap(rule => textOption(rule, 'field_name') ?? [])),
  ];
  const way = textOption(step.options, 'row_error_handle_way')?.toUpperCase();
  if (way !== 'SKIP' && way !== 'ROUTE_TO_TABLE') return [step.table];
  const checked = names.flatMap(name => feedsNamed(step, name, 'field_rules'));
  const influences = [
    ...step.table.influences,
    ...checked.map(feed => deciding(feed, 'FILTER', field)),
  ];
  const good = { ...step.table, influences };
  const errorTable = textOption(
    step.options,
    'row_error_handle_way.error_table',
  );
  if (way === 'SKIP' || !errorTable) return [good];
  return [
    good,
    {
      ...step.table,
      influences,
      path: errorTable.split('.'),
      columns: errorColumns(step, checked, field),
      open: [],
    },
  ];
};

function errorColumns(step: TransformStep, checked: Feed[], field: string) {
  const feeds: Record<string, Feed[]> = {
    original_data: allFeeds(step.table),
    validation_errors: checked,
  };
  return ERROR_COLUMNS.map(name => ({
    name,
    feeds: (feeds[name] ?? []).map(feed =>
      through(feed, 'TRANSFORMATION', field),
    ),
  }));
}
