import { isJsonObject } from '../../model/JsonValue';
import type { JsonObject } from '../../model/JsonValue';
import {
  columnOf,
  distinctFeeds,
  feedsOf,
  through,
  withColumns,
  withoutColumns,
} from '../flow/FlowTable';
import type { Feed, FlowTable } from '../flow/FlowTable';
import {
  listOption,
  objectOption,
  objectsOption,
  textEntries,
  textOption,
} from '../places/options';
import { lookUp } from '../../rules/optionValue';
import { renamed } from './renamed';
import type { Transform, TransformStep } from './Transform';

/** What feeds a column that an option names; a problem where there is none. */
export function feedsNamed(
  step: TransformStep,
  name: string,
  option: string,
): Feed[] {
  const field = `${step.path}.${option}`;
  const feeds = feedsOf(step.table, name);
  if (!feeds) {
    step.problems.wrong(
      field,
      `There is no column "${name}".`,
      columnsRemedy(step.table),
    );
  }
  return feeds && step.problems.canFollow(feeds.length + 1, field) ? feeds : [];
}

/** The columns that there are, as far as a sentence holds them. */
export function columnsRemedy({ columns }: FlowTable): string {
  const names = columns.slice(0, 20).map(column => column.name);
  const more = columns.length > names.length ? ', …' : '';
  return `Use one of: ${names.join(', ') || 'none is known'}${more}.`;
}

/** Adds or replaces columns that are made of others. */
function derived(
  step: TransformStep,
  option: string,
  columns: { name: string; from: string[]; masking?: boolean }[],
): FlowTable {
  const field = `${step.path}.${option}`;
  const made = columns.map(({ name, from, masking }) => ({
    name,
    feeds: distinctFeeds(
      from
        .flatMap(source => feedsNamed(step, source, option))
        .map(feed => through(feed, 'TRANSFORMATION', field, masking)),
    ),
  }));
  return withColumns(step.table, made);
}

/** `Copy`: `fields { new = old }`, before `src_field` and `dest_field`. */
export const copy: Transform = step => {
  const fields = objectOption(step.options, 'fields');
  const source = textOption(step.options, 'src_field');
  const target = textOption(step.options, 'dest_field');
  const pairs = fields ? textEntries(fields) : [];
  if (source && target) pairs.push([target, source]);
  const option = fields ? 'fields' : 'src_field';
  const made = pairs.map(([name, from]) => ({
    name,
    feeds: feedsNamed(step, from, option),
  }));
  return [withColumns(step.table, made)];
};

/** `FieldMapper`: `{ old = new }`; what is not mentioned goes. */
export const fieldMapper: Transform = step => {
  const mapper = objectOption(step.options, 'field_mapper') ?? {};
  const columns = textEntries(mapper).map(([from, name]) => ({
    name,
    feeds: feedsNamed(step, from, 'field_mapper'),
  }));
  return [{ ...step.table, columns, open: [] }];
};

/** `Filter`: keeps or leaves out columns. */
export const filter: Transform = step => {
  const include = listOption(step.options, 'include_fields', 'fields');
  const exclude = listOption(step.options, 'exclude_fields');
  if (include) {
    const columns = include.map(name => ({
      name,
      feeds: feedsNamed(step, name, 'include_fields'),
    }));
    return [{ ...step.table, columns, open: [] }];
  }
  return [withoutColumns(step.table, exclude ?? [])];
};

/** `Replace`: changes the text of columns. */
export const replace: Transform = step => {
  const fields =
    listOption(step.options, 'replace_fields', 'replace_field') ?? [];
  return [
    derived(
      step,
      'replace_field',
      fields.map(name => ({ name, from: [name] })),
    ),
  ];
};

/** `Split`: one column into several new ones. */
export const split: Transform = step => {
  const from = textOption(step.options, 'split_field');
  const names = listOption(step.options, 'output_fields', 'fields') ?? [];
  return [
    derived(
      step,
      'split_field',
      from ? names.map(name => ({ name, from: [from] })) : [],
    ),
  ];
};

/** `RegexExtract`: groups of a pattern into new columns. */
export const regexExtract: Transform = step => {
  const from = textOption(step.options, 'source_field');
  const names = listOption(step.options, 'output_fields') ?? [];
  return [
    derived(
      step,
      'source_field',
      from ? names.map(name => ({ name, from: [from] })) : [],
    ),
  ];
};

/** `JsonPath`: `columns [{ src_field, path, dest_field }]`. */
export const jsonPath: Transform = step => {
  const columns = (objectsOption(step.options, 'columns') ?? []).flatMap(
    column => {
      const from = textOption(column, 'src_field');
      const name = textOption(column, 'dest_field');
      return from && name ? [{ name, from: [from] }] : [];
    },
  );
  return [derived(step, 'columns', columns)];
};

/** `FieldEncrypt`: what is encrypted cannot be seen any more. */
export const fieldEncrypt: Transform = step => {
  const fields = listOption(step.options, 'fields') ?? [];
  const masking = textOption(step.options, 'mode')?.toUpperCase() !== 'DECRYPT';
  return [
    derived(
      step,
      'fields',
      fields.map(name => ({ name, from: [name], masking })),
    ),
  ];
};

/** `TextChunk`: a text in pieces, with their number. */
export const textChunk: Transform = step => {
  const from = textOption(step.options, 'text_field');
  const chunk = textOption(step.options, 'output_field') ?? 'chunk';
  const index = textOption(step.options, 'chunk_index_field') ?? 'chunk_index';
  if (!from) return [step.table];
  return [
    withColumns(derived(step, 'text_field', [{ name: chunk, from: [from] }]), [
      { name: index, feeds: [] },
    ]),
  ];
};

/** `Embedding`: `vectorization_fields { vector = text }`. */
export const embedding: Transform = step => {
  const fields = objectOption(step.options, 'vectorization_fields') ?? {};
  const columns = Object.entries(fields).map(([name, value]) => ({
    name,
    from: sourcesOf(value),
  }));
  return [derived(step, 'vectorization_fields', columns)];
};

/** A name, a list of names, or blocks with `field`. */
function sourcesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(sourcesOf);
  return isJsonObject(value) ? sourcesOf((value as JsonObject).field) : [];
}

/** `Metadata` and `RowKindExtractor`: columns that no dataset feeds. */
export const metadata: Transform = step => {
  const fields = objectOption(step.options, 'metadata_fields') ?? {};
  const made = textEntries(fields).map(([, name]) => ({ name, feeds: [] }));
  return [withColumns(step.table, made)];
};

/** See {@link metadata}. */
export const rowKindExtractor: Transform = step => {
  const name = textOption(step.options, 'custom_field_name') ?? 'row_kind';
  return [withColumns(step.table, [{ name, feeds: [] }])];
};

/** `FieldRename`: every column by the same rules. */
export const fieldRename: Transform = step => {
  const columns = step.table.columns.map(column => {
    const name = renamed(column.name, step.options);
    return {
      ...column,
      name: name ?? column.name,
      understood: name !== undefined,
    };
  });
  if (columns.some(column => !column.understood)) {
    step.problems.unclear(
      `${step.path}.replacements_with_regex`,
      'A pattern is not understood; the names that it makes are unknown.',
      'Use a simpler pattern, or specific.',
    );
  }
  const specific = (objectsOption(step.options, 'specific') ?? []).flatMap(
    rule => {
      const from = textOption(rule, 'field_name');
      const name = textOption(rule, 'target_name');
      const known = from !== undefined && columnOf(step.table, from);
      return from && name && !known && step.table.open.length > 0
        ? [{ from, name }]
        : [];
    },
  );
  const named: FlowTable = {
    ...step.table,
    columns: columns.map(({ understood, ...column }) => column),
    // Columns without a name get another one: what they are called is unknown.
    open: step.table.open.map(part => ({
      ...part,
      except: new Set([...part.except, ...specific.map(({ from }) => from)]),
      ...(renamesAll(step.options) && { renamed: true as const }),
    })),
  };
  const made = specific.map(({ from, name }) => ({
    name,
    feeds: feedsNamed(step, from, 'specific'),
  }));
  return [withColumns(named, made)];
};

function renamesAll(options: JsonObject): boolean {
  return ['convert_case', 'prefix', 'suffix', 'replacements_with_regex'].some(
    key => lookUp(options, key) !== undefined,
  );
}
