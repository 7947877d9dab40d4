import {
  coreExtensionData,
  createExtensionDataRef,
  createExtensionInput,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin, {
  type CatalogIndexPageProps,
} from '@backstage/plugin-catalog/alpha';
import { z } from 'zod';

type ExportSettings = NonNullable<CatalogIndexPageProps['exportSettings']>;

/** What `CatalogExportConfigBlueprint` gives; the catalog does not export the reference. */
const exportConfigDataRef = createExtensionDataRef<
  Pick<ExportSettings, 'columns' | 'exporters' | 'onSuccess' | 'onError'>
>().with({ id: 'catalog.export-customization' });

const MODES = ['cursor', 'offset'] as const;

/** The index of the catalog, with all inputs and settings that it has. */
const catalogPage = PageBlueprint.makeWithOverrides({
  inputs: {
    filters: createExtensionInput([coreExtensionData.reactElement]),
    exportConfig: createExtensionInput([exportConfigDataRef.optional()]),
  },
  configSchema: {
    pagination: z
      .union([
        z.boolean(),
        z.object({
          mode: z.enum(MODES),
          limit: z.number().optional(),
          offset: z.number().optional(),
        }),
      ])
      .default(true),
    exportSettings: z
      .object({
        enabled: z.boolean().optional(),
        disableBuiltinExporters: z.boolean().optional(),
      })
      .optional(),
  },
  factory(original, { config, inputs }) {
    return original({
      path: '/catalog',
      routeRef: catalogPlugin.routes.catalogIndex,
      title: 'Catalog',
      loader: async () => {
        const [{ CatalogIndexPage }, { dataKindColumns }] = await Promise.all([
          import('@backstage/plugin-catalog/alpha'),
          import('./components/CatalogColumns'),
        ]);
        const customized = inputs.exportConfig.map(
          input => input.get(exportConfigDataRef) ?? {},
        );
        const exportSettings: ExportSettings = {
          ...config.exportSettings,
          // The first one that says something wins.
          ...Object.assign({}, ...customized.toReversed()),
          exporters: Object.assign({}, ...customized.map(one => one.exporters)),
        };
        return (
          <CatalogIndexPage
            columns={dataKindColumns}
            filters={inputs.filters.map(filter =>
              filter.get(coreExtensionData.reactElement),
            )}
            pagination={config.pagination}
            exportSettings={exportSettings.enabled ? exportSettings : undefined}
          />
        );
      },
    });
  },
});

/**
 * Shows the fields of the data kinds as columns of the catalog's index. Install it in the app beside the default
 * export: it replaces `page:catalog`, whose columns no extension can add to. An app that replaces that page itself
 * gives `dataKindColumns` to its `CatalogIndexPage`.
 *
 * @public
 */
export const catalogColumnsModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
