import { useMemo } from 'react';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { useText } from '../../hooks/useText';
import { DefinitionLanguage } from '../../logic/definitionText';
import { CodeEditor } from './CodeEditor';
import { languageExtensions } from './languageExtensions';

/** What changed from one text to another, in one column. */
export function CodeDiff(props: {
  before: string;
  after: string;
  language: DefinitionLanguage;
  label: string;
}) {
  const t = useText();
  const { before, after, language, label } = props;
  const extensions = useMemo(
    () => [
      EditorState.phrases.of({
        '$ unchanged lines': t('definition.unchanged'),
      }),
      ...languageExtensions(language),
      unifiedMergeView({
        original: before,
        mergeControls: false,
        gutter: true,
        collapseUnchanged: { margin: 3, minSize: 6 },
      }),
    ],
    [t, before, language],
  );
  // A view of another pair is another editor: its original cannot be exchanged.
  return (
    <CodeEditor
      key={before}
      value={after}
      label={label}
      extensions={extensions}
    />
  );
}
