import { useMemo } from 'react';
import { unifiedMergeView } from '@codemirror/merge';
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
  const { before, after, language, label } = props;
  const extensions = useMemo(
    () => [
      ...languageExtensions(language),
      unifiedMergeView({
        original: before,
        mergeControls: false,
        gutter: true,
        collapseUnchanged: { margin: 3, minSize: 6 },
      }),
    ],
    [before, language],
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
