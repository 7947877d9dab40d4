import { useMemo } from 'react';
import { EditorView } from '@codemirror/view';
import { Extension } from '@codemirror/state';
import { useThemeVariant } from '@datalark/backstage-plugin-data-entities-react';
import CodeMirror from '@uiw/react-codemirror';
import styles from './CodeView.module.css';

/** Properties of {@link CodeEditor}. */
export type CodeEditorProps = {
  value: string;
  /** Without it the text cannot be changed. */
  onChange?: (value: string) => void;
  /** What a screen reader calls it. */
  label: string;
  extensions?: Extension[];
};

/** A text in CodeMirror, for reading or for changing. Escape, then Tab, leaves it. */
export function CodeEditor(props: CodeEditorProps) {
  const { value, onChange, label, extensions } = props;
  const theme = useThemeVariant();
  const all = useMemo(
    () => [
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      ...(extensions ?? []),
    ],
    [label, extensions],
  );
  return (
    <div className={styles.frame}>
      <CodeMirror
        value={value}
        theme={theme}
        editable
        readOnly={!onChange}
        onChange={onChange}
        maxHeight="560px"
        basicSetup={{
          highlightActiveLine: Boolean(onChange),
          highlightActiveLineGutter: Boolean(onChange),
        }}
        extensions={all}
      />
    </div>
  );
}
