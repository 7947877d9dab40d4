import { Progress } from '@backstage/core-components';
import { scaffolderPlugin } from '@backstage/plugin-scaffolder';
import {
  createScaffolderFieldExtension,
  CustomFieldValidator,
  FieldExtensionComponent,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { ComponentType, lazy, Suspense } from 'react';

/**
 * `ui:field: DataEnginePicker`
 *
 * @public
 */
export const DataEnginePickerFieldExtension = field<string>(
  'DataEnginePicker',
  async () => {
    const { DataEnginePicker } = await import('../fields/DataEnginePicker');
    return { component: DataEnginePicker };
  },
);

/**
 * `ui:field: FlinkSqlEditor`
 *
 * @public
 */
export const FlinkSqlEditorFieldExtension = field<string>(
  'FlinkSqlEditor',
  async () => {
    const m = await import('../fields/FlinkSqlEditor');
    return { component: m.FlinkSqlEditor, validation: m.validateFlinkSql };
  },
);

/**
 * `ui:field: FlinkConnector`
 *
 * @public
 */
export const FlinkConnectorFieldExtension = field(
  'FlinkConnector',
  async () => {
    const m = await import('../fields/FlinkConnector');
    return {
      component: m.FlinkConnector,
      validation: m.validateFlinkConnector,
    };
  },
);

/**
 * `ui:field: SeaTunnelPlugin`
 *
 * @public
 */
export const SeaTunnelPluginFieldExtension = field(
  'SeaTunnelPlugin',
  async () => {
    const m = await import('../fields/SeaTunnelPlugin');
    return {
      component: m.SeaTunnelPlugin,
      validation: m.validateSeaTunnelPlugin,
    };
  },
);

/**
 * `ui:field: JarUpload`
 *
 * @public
 */
export const JarUploadFieldExtension = field<string>('JarUpload', async () => {
  const m = await import('../fields/JarUpload');
  return { component: m.JarUpload, validation: m.validateJarUpload };
});

/**
 * `ui:field: LineagePreview`
 *
 * @public
 */
export const LineagePreviewFieldExtension = field<
  null,
  { jobType?: 'flink-sql' | 'seatunnel' }
>('LineagePreview', async () => {
  const { LineagePreview } = await import('../fields/LineagePreview');
  return { component: LineagePreview };
});

/** The editors are big: nothing of a field is loaded before a form shows it. */
function field<TValue, TOptions extends {} = {}>(
  name: string,
  load: () => Promise<{
    component: ComponentType<FieldExtensionComponentProps<TValue, TOptions>>;
    validation?: CustomFieldValidator<TValue, TOptions>;
  }>,
): FieldExtensionComponent<TValue, TOptions> {
  const Field = lazy(async () => ({ default: (await load()).component }));
  return scaffolderPlugin.provide(
    createScaffolderFieldExtension<TValue, TOptions>({
      name,
      component: props => (
        <Suspense fallback={<Progress />}>
          <Field {...props} />
        </Suspense>
      ),
      validation: async (...args) => (await load()).validation?.(...args),
    }),
  );
}
