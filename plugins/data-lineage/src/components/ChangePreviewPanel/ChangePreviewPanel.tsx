import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import type { ChangePreviewPanelProps } from '@datalark/backstage-plugin-data-lineage-react';

const Panel = lazy(() => import('./LoadedPanel'));

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
