import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import { ChangeRequest } from '@datalark/backstage-plugin-data-lineage-common';

const Panel = lazy(() => import('./LoadedPanel'));

/** Properties of {@link ChangePreviewPanel}. @public */
export type ChangePreviewPanelProps = {
  /** What would be deployed; absent while there is nothing to look at. */
  request?: ChangeRequest;
  /** Milliseconds without a change before the server is asked; default 600. */
  debounce?: number;
};

/**
 * What a definition that is not deployed yet would read and write: edges and
 * columns that appear and vanish against what its job does now, owners
 * downstream, what was not understood and where, and whether somebody has to
 * agree. Loads itself when it is first shown; brings its own cache.
 *
 * @public
 */
export function ChangePreviewPanel(props: ChangePreviewPanelProps) {
  return (
    <Suspense fallback={<Skeleton style={{ width: '100%', height: 120 }} />}>
      <Panel {...props} />
    </Suspense>
  );
}
