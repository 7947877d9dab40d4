export { FlinkSqlEditor } from './FlinkSqlEditor';
