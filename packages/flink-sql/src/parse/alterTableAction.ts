import type { AlterAction, Identifier, PartitionValue } from '../ast';
import type { Cursor } from './Cursor';
import {
  readIdentifier,
  readInParentheses,
  readParts,
  readPath,
} from './identifier';
import { readPartition } from './partition';
import { readWith } from './tableOption';
import { readDistribution } from './distribution';
import { readSchema, readSingleSchema } from './tableSchema';

type Table = 'TABLE' | 'MATERIALIZED TABLE';

/** ADD, MODIFY, DROP and RENAME; nothing for other actions. */
export function readTableAction(
  cursor: Cursor,
  table: Table,
): AlterAction | undefined {
  const start = cursor.offset;
  const isTable = table === 'TABLE';
  if (cursor.take('ADD')) {
    const isPartition = cursor.is('PARTITION') || cursor.is('IF', 'NOT');
    return isTable && isPartition
      ? readAddPartitions(cursor, start)
      : readSchemaAction(cursor, 'Add', start);
  }
  if (cursor.take('MODIFY')) return readSchemaAction(cursor, 'Modify', start);
  if (cursor.take('DROP')) {
    const isPartition = cursor.is('PARTITION') || cursor.is('IF', 'EXISTS');
    return isTable && isPartition
      ? readDropPartitions(cursor, start)
      : readDrop(cursor, start);
  }
  return isTable && cursor.take('RENAME')
    ? readRename(cursor, start)
    : undefined;
}

function readSchemaAction(
  cursor: Cursor,
  verb: 'Add' | 'Modify',
  start: number,
): AlterAction {
  const at = cursor.offset;
  if (cursor.take('DISTRIBUTION')) {
    const distribution = readDistribution(cursor, at);
    const span = cursor.spanFrom(start);
    return { kind: `${verb}Distribution`, distribution, span };
  }
  const schema = cursor.is('(')
    ? readSchema(cursor, 'alter')
    : readSingleSchema(cursor);
  return { kind: `${verb}Schema`, schema, span: cursor.spanFrom(start) };
}

function readRename(cursor: Cursor, start: number): AlterAction {
  if (cursor.take('TO')) {
    const to = readPath(cursor, 'the new name');
    return { kind: 'Rename', to, span: cursor.spanFrom(start) };
  }
  const from = readParts(cursor, 'TO or the name of a column');
  cursor.expect('TO');
  const parts = readParts(cursor, 'the new name');
  const to = parts[parts.length - 1];
  return { kind: 'RenameColumn', from, to, span: cursor.spanFrom(start) };
}

function readDrop(cursor: Cursor, start: number): AlterAction {
  if (cursor.take('WATERMARK')) {
    return { kind: 'DropWatermark', span: cursor.spanFrom(start) };
  }
  if (cursor.take('DISTRIBUTION')) {
    return { kind: 'DropDistribution', span: cursor.spanFrom(start) };
  }
  if (cursor.take('PRIMARY')) {
    cursor.expect('KEY');
    return { kind: 'DropConstraint', span: cursor.spanFrom(start) };
  }
  if (cursor.take('CONSTRAINT')) {
    const name = readIdentifier(cursor, 'the name of the constraint');
    return { kind: 'DropConstraint', name, span: cursor.spanFrom(start) };
  }
  const read = (): Identifier[] => readParts(cursor, 'the name of a column');
  const columns = cursor.is('(') ? readInParentheses(cursor, read) : [read()];
  return { kind: 'DropColumns', columns, span: cursor.spanFrom(start) };
}

function readAddPartitions(cursor: Cursor, start: number): AlterAction {
  const ifNotExists = cursor.take('IF');
  if (ifNotExists) cursor.expect('NOT', 'EXISTS');
  const partitions = [];
  do {
    cursor.expect('PARTITION');
    const values = readPartition(cursor);
    partitions.push({ values, ...readWith(cursor) });
  } while (cursor.is('PARTITION'));
  const span = cursor.spanFrom(start);
  return { kind: 'AddPartitions', ifNotExists, partitions, span };
}

function readDropPartitions(cursor: Cursor, start: number): AlterAction {
  const ifExists = cursor.take('IF', 'EXISTS');
  const partitions: PartitionValue[][] = [];
  do {
    cursor.expect('PARTITION');
    partitions.push(readPartition(cursor));
  } while (cursor.take(','));
  const span = cursor.spanFrom(start);
  return { kind: 'DropPartitions', ifExists, partitions, span };
}
