import { FieldLabel, Text } from '@backstage/ui';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { EditorView } from '@codemirror/view';
import { useThemeVariant } from '@datalark/backstage-plugin-data-entities-react';
import {
  flinkSqlDiagnostics,
  flinkSqlExtensions,
  ScriptDiagnostic,
} from '@datalark/backstage-plugin-data-jobs-react';
import { ChangePreviewSlot } from '@datalark/backstage-plugin-data-lineage-react';
import { splitStatements } from '@datalark/flink-sql';
import CodeMirror from '@uiw/react-codemirror';
import { useMemo, useState } from 'react';
import { useText } from '../../api/useText';
import { FieldFrame } from '../../parts/FieldFrame';
import styles from '../../parts/parts.module.css';
import { scriptProblems } from './scriptProblems';

/** A Flink SQL script. */
export const flinkSqlEditorSchema = makeFieldSchema({
  output: z => z.string(),
});

/**
 * An editor of Flink SQL that shows what the browser can tell is wrong, and what
 * the script would read and write.
 */
export function FlinkSqlEditor(props: typeof flinkSqlEditorSchema.TProps) {
  const { formData = '', onChange, required, disabled, schema } = props;
  const t = useText();
  const theme = useThemeVariant();
  const label = schema.title ?? t('sql.label');
  const [found, setFound] = useState<ScriptDiagnostic[]>([]);
  const extensions = useMemo(
    () => [
      ...flinkSqlExtensions,
      flinkSqlDiagnostics(setFound),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
    ],
    [label],
  );
  const problems = useMemo(
    () => (formData.trim() === '' ? [] : scriptProblems(formData, t)),
    [formData, t],
  );
  const statements = splitStatements(formData).length;
  return (
    <FieldFrame field={props}>
      <FieldLabel
        label={label}
        secondaryLabel={required ? t('common.isRequired') : undefined}
        description={t('sql.keys')}
      />
      <div className={styles.editor}>
        <CodeMirror
          value={formData}
          theme={theme}
          readOnly={disabled}
          minHeight="240px"
          maxHeight="560px"
          onChange={value => onChange(value === '' ? undefined : value)}
          extensions={extensions}
        />
      </div>
      <div role="status">
        {problems.length > 0 && (
          <ul className={styles.problems}>
            {problems.map(problem => (
              <li key={problem}>
                <Text color="danger">{problem}</Text>
              </li>
            ))}
          </ul>
        )}
        {problems.length === 0 && found.length > 0 && (
          <Text color="warning">
            {t('sql.diagnostics', {
              number: String(found.length),
              line: String(found[0].line),
              column: String(found[0].column),
              message: found[0].message,
            })}
          </Text>
        )}
        {problems.length === 0 && found.length === 0 && statements > 0 && (
          <Text color="secondary">
            {t('sql.ok', { number: String(statements) })}
          </Text>
        )}
      </div>
      <ChangePreviewSlot
        request={
          formData.trim() === ''
            ? undefined
            : { definition: { type: 'flink-sql', sql: formData } }
        }
      />
    </FieldFrame>
  );
}
