import { DefinitionLanguage } from '../../logic/definitionText';
import { CodeEditor } from './CodeEditor';
import { languageExtensions } from './languageExtensions';

/** A text to read, highlighted where the language is known. */
export function CodeView(props: {
  value: string;
  language: DefinitionLanguage;
  label: string;
}) {
  return (
    <CodeEditor
      value={props.value}
      label={props.label}
      extensions={languageExtensions(props.language)}
    />
  );
}
