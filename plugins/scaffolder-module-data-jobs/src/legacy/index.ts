/**
 * Form fields for templates of data jobs, for apps on the old front-end system.
 *
 * @packageDocumentation
 */
export {
  DataEnginePickerFieldExtension,
  FlinkConnectorFieldExtension,
  FlinkSqlEditorFieldExtension,
  JarUploadFieldExtension,
  LineagePreviewFieldExtension,
  SeaTunnelPluginFieldExtension,
} from './fields';
