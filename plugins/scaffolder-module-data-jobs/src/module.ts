import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/**
 * Form fields for templates of data jobs: DataEnginePicker, FlinkSqlEditor,
 * FlinkConnector, SeaTunnelPlugin, JarUpload and LineagePreview.
 *
 * @public
 */
export const scaffolderDataJobsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'data-engine-picker',
      params: {
        field: async () =>
          (await import('./fields/DataEnginePicker')).dataEnginePickerField,
      },
    }),
    FormFieldBlueprint.make({
      name: 'flink-sql-editor',
      params: {
        field: async () =>
          (await import('./fields/FlinkSqlEditor')).flinkSqlEditorField,
      },
    }),
    FormFieldBlueprint.make({
      name: 'flink-connector',
      params: {
        field: async () =>
          (await import('./fields/FlinkConnector')).flinkConnectorField,
      },
    }),
    FormFieldBlueprint.make({
      name: 'seatunnel-plugin',
      params: {
        field: async () =>
          (await import('./fields/SeaTunnelPlugin')).seaTunnelPluginField,
      },
    }),
    FormFieldBlueprint.make({
      name: 'jar-upload',
      params: {
        field: async () => (await import('./fields/JarUpload')).jarUploadField,
      },
    }),
    FormFieldBlueprint.make({
      name: 'lineage-preview',
      params: {
        field: async () =>
          (await import('./fields/LineagePreview')).lineagePreviewField,
      },
    }),
  ],
});
