import { sql } from '@codemirror/lang-sql';
import { Extension } from '@codemirror/state';
import { DefinitionLanguage } from '../../logic/definitionText';
import { flinkSqlDialect } from '../FlinkSqlEditor/flinkSqlDialect';

const flinkSql = [sql({ dialect: flinkSqlDialect, upperCaseKeywords: true })];
const plain: Extension[] = [];

/** What CodeMirror needs for a language; plain text for those it has no part for. */
export function languageExtensions(language: DefinitionLanguage): Extension[] {
  return language === 'flink-sql' ? flinkSql : plain;
}
