import { Extension } from '@codemirror/state';
import { flinkSqlExtensions } from '@datalark/backstage-plugin-data-jobs-react';
import { DefinitionLanguage } from '../../logic/definitionText';

const plain: Extension[] = [];

/** What CodeMirror needs for a language; plain text for those it has no part for. */
export function languageExtensions(language: DefinitionLanguage): Extension[] {
  return language === 'flink-sql' ? flinkSqlExtensions : plain;
}
