import { CodeEditor, CodeEditorProps } from '../CodeView/CodeEditor';
import { flinkSqlExtensions } from './flinkSqlExtensions';

/** An editor of Flink SQL: highlighting, and completion of the language's words. */
export function FlinkSqlEditor(props: Omit<CodeEditorProps, 'extensions'>) {
  return <CodeEditor {...props} extensions={flinkSqlExtensions} />;
}
