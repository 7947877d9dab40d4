import { ComponentType } from 'react';
import { createApiRef } from '@backstage/frontend-plugin-api';
import { ChangePreviewPanelProps } from './ChangePreviewPanelProps';

/** What the lineage plugin lends to the pages of others. @public */
export type ChangePreviewApi = {
  /** What a change would do to the lineage; loads its parts when it is first drawn. */
  Panel: ComponentType<ChangePreviewPanelProps>;
};

/**
 * Offered by `@datalark/backstage-plugin-data-lineage`; an app without that
 * plugin has none. {@link ChangePreviewSlot} deals with both.
 *
 * @public
 */
export const changePreviewApiRef = createApiRef<ChangePreviewApi>().with({
  id: 'plugin.data-lineage.change-preview',
  pluginId: 'data-lineage',
});
