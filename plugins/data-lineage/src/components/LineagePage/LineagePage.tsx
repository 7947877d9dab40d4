import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container, Skeleton } from '@backstage/ui';
import { LineageQueryProvider } from '../../hooks/LineageQueryProvider';
import { lineageRouteRef } from '../../routes';
import { PageNav } from './PageNav';

const Explorer = lazy(() =>
  import('../LineageExplorer').then(m => ({ default: m.LineageExplorer })),
);
const Impact = lazy(() =>
  import('../ImpactReport').then(m => ({ default: m.ImpactPage })),
);
const Drift = lazy(() =>
  import('../DriftList').then(m => ({ default: m.DriftPage })),
);

/** The page Lineage with its parts Explorer, Impact and Drift. */
export function LineagePage() {
  const base = useRouteRef(lineageRouteRef)?.() ?? '/lineage';
  return (
    <LineageQueryProvider>
      <main>
        <Container>
          <PageNav base={base} />
          <Suspense
            fallback={<Skeleton style={{ width: '100%', height: 400 }} />}
          >
            <Routes>
              <Route path="/" element={<Explorer />} />
              <Route path="/impact" element={<Impact />} />
              <Route path="/drift" element={<Drift />} />
              <Route path="*" element={<Explorer />} />
            </Routes>
          </Suspense>
        </Container>
      </main>
    </LineageQueryProvider>
  );
}
