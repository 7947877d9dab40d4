import type { DataType, Identifier } from '../ast';
import { IDENTITY } from './Lineage';
import type { RelationColumn } from './Relation';

/** A field of a row: of a column that is read as it is, its path is the source. */
export function fieldOf(
  column: RelationColumn,
  { name }: Identifier,
): RelationColumn {
  const own = column.fields?.find(field => field.name === name);
  if (own) return own;
  const { sources, influences } = column.lineage;
  const fieldSources = sources.map(source =>
    source.strength === IDENTITY
      ? { ...source, column: `${source.column}.${name}` }
      : source,
  );
  return {
    name,
    lineage: { sources: fieldSources, influences },
    dataType: fieldType(column.dataType, name),
  };
}

function fieldType(
  type: DataType | undefined,
  name: string,
): DataType | undefined {
  return type?.fields.find(field => field.name.name === name)?.type;
}
