/**
 * What the pages and the template forms of data jobs share: Flink SQL in CodeMirror.
 *
 * @packageDocumentation
 */
export {
  flinkSqlDiagnostics,
  type ScriptDiagnostic,
} from './flinkSqlDiagnostics';
export { flinkSqlExtensions } from './flinkSqlExtensions';
