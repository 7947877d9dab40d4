import { readInput } from './readInput.mjs';

/**
 * What `--catalog` files say: scripts of definitions (`scripts` are these by file, for
 * checks of their own), and tables of JSON files.
 */
export function readCatalogs(files) {
  const scripts = [];
  const tables = [];
  for (const file of files) {
    const text = readInput(file);
    if (/^\s*[[{]/.test(text)) tables.push(...readTables(file, text));
    else scripts.push({ file, script: text });
  }
  return { definitions: scripts.map(({ script }) => script).join('\n;\n') || undefined, tables, scripts };
}

function readTables(file, text) {
  try {
    const json = JSON.parse(text);
    const list = Array.isArray(json) ? json : Object.entries(json).map(([name, columns]) => ({ name, columns }));
    return list.map(toTable);
  } catch (error) {
    process.stderr.write(
      `✖ ${file} is no list of tables: ${error.message}\n` +
        '  Give [{"name": "catalog.database.table", "columns": ["a", {"name": "b", "type": "INT"}]}].\n',
    );
    process.exit(2);
  }
}

function toTable({ name, path, columns, options, kind }) {
  return {
    path: path ?? toPath(name),
    ...(columns && { columns: columns.map(column => (typeof column === 'string' ? { name: column } : column)) }),
    ...(options && { options }),
    ...(kind && { kind }),
  };
}

function toPath(name) {
  if (typeof name !== 'string') throw new Error('a table has no name');
  const parts = name.split('.');
  const table = parts.slice(2).length ? parts.slice(2).join('.') : parts.at(-1);
  return {
    catalog: parts.length > 2 ? parts[0] : 'default_catalog',
    database: parts.length > 2 ? parts[1] : parts.length > 1 ? parts[0] : 'default_database',
    table,
  };
}
