import { useApiHolder } from '@backstage/frontend-plugin-api';
import { changePreviewApiRef } from './changePreviewApiRef';
import { ChangePreviewPanelProps } from './ChangePreviewPanelProps';

/**
 * The place of the change preview in a page of another plugin. Empty in an app
 * without the lineage plugin.
 *
 * @public
 */
export function ChangePreviewSlot(props: ChangePreviewPanelProps) {
  const api = useApiHolder().get(changePreviewApiRef);
  return api ? <api.Panel {...props} /> : null;
}
