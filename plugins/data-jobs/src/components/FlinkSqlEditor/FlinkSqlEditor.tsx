import { sql } from '@codemirror/lang-sql';
import { CodeEditor, CodeEditorProps } from '../CodeView/CodeEditor';
import { flinkSqlDialect } from './flinkSqlDialect';

const extensions = [sql({ dialect: flinkSqlDialect, upperCaseKeywords: true })];

/** An editor of Flink SQL: highlighting, and completion of the language's words. */
export function FlinkSqlEditor(props: Omit<CodeEditorProps, 'extensions'>) {
  return <CodeEditor {...props} extensions={extensions} />;
}
