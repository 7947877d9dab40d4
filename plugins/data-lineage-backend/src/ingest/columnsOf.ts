import { LineageColumn } from '@datalark/backstage-plugin-data-lineage-common';
import { wellFormed } from '@datalark/openlineage';
import { LONGEST_COLUMN } from '../database/ColumnStore';

type Field = {
  name?: unknown;
  type?: unknown;
  description?: unknown;
  fields?: unknown;
};

const MOST_COLUMNS = 20_000;

/** Columns of a schema facet in their order; nested fields have dotted names. */
export function columnsOf(fields: readonly unknown[]): LineageColumn[] {
  const columns = new Map<string, LineageColumn>();
  const add = (list: readonly unknown[], prefix: string) => {
    for (const field of list as Field[]) {
      if (typeof field?.name !== 'string' || field.name === '') continue;
      const name = wellFormed(`${prefix}${field.name}`);
      if (name.length > LONGEST_COLUMN || name.includes('\0')) continue;
      if (columns.size >= MOST_COLUMNS) return;
      if (!columns.has(name)) {
        columns.set(name, {
          name,
          ...(typeof field.type === 'string' && { type: field.type }),
          ...(typeof field.description === 'string' &&
            field.description !== '' && { description: field.description }),
        });
      }
      if (Array.isArray(field.fields)) add(field.fields, `${name}.`);
    }
  };
  add(fields, '');
  return [...columns.values()];
}
