import { sql, SQLDialect } from '@codemirror/lang-sql';
import { Extension } from '@codemirror/state';
import { dialectSpec } from '@datalark/flink-sql';

/** Flink SQL for CodeMirror. */
export const flinkSqlDialect = SQLDialect.define(dialectSpec);

/**
 * Highlighting and completion of Flink SQL.
 *
 * @public
 */
export const flinkSqlExtensions: Extension[] = [
  sql({ dialect: flinkSqlDialect, upperCaseKeywords: true }),
];
