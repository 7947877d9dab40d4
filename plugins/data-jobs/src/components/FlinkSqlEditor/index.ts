export { FlinkSqlEditor } from './FlinkSqlEditor';
export { flinkSqlDialect } from './flinkSqlExtensions';
