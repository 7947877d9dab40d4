import { useMemo, useState } from 'react';
import { Text } from '@backstage/ui';
import {
  flinkSqlDiagnostics,
  flinkSqlExtensions,
  ScriptDiagnostic,
} from '@datalark/backstage-plugin-data-jobs-react';
import { useText } from '../../hooks/useText';
import { CodeEditor, CodeEditorProps } from '../CodeView/CodeEditor';

/**
 * An editor of Flink SQL: highlighting, completion of the language's words, and
 * marks where Flink's parser would stumble.
 */
export function FlinkSqlEditor(props: Omit<CodeEditorProps, 'extensions'>) {
  const t = useText();
  const [found, setFound] = useState<ScriptDiagnostic[]>([]);
  const isEdited = Boolean(props.onChange);
  const extensions = useMemo(
    () =>
      isEdited
        ? [...flinkSqlExtensions, flinkSqlDiagnostics(setFound)]
        : flinkSqlExtensions,
    [isEdited],
  );
  const [first] = found;
  return (
    <div>
      <CodeEditor {...props} extensions={extensions} />
      {isEdited && (
        <div role="status">
          {first && (
            <Text
              variant="body-small"
              color={first.severity === 'error' ? 'danger' : 'warning'}
            >
              {t('edit.diagnostics', {
                count: found.length,
                line: String(first.line),
                column: String(first.column),
                message: first.message,
              })}
            </Text>
          )}
        </div>
      )}
    </div>
  );
}
