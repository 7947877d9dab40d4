import { ChangeRequest } from '@datalark/backstage-plugin-data-lineage-common';
import { ChangePreviewState } from './ChangePreviewState';

/** Properties of the panel behind {@link changePreviewApiRef}. @public */
export type ChangePreviewPanelProps = {
  /** What would be deployed; absent while there is nothing to look at. */
  request?: ChangeRequest;
  /** Milliseconds without a change before the server is asked; default 600. */
  debounce?: number;
  /** Hears what is known, each time that it is something else. */
  onState?: (state: ChangePreviewState) => void;
};
