import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container, Skeleton, Tab, TabList, Tabs } from '@backstage/ui';
import { LineageQueryProvider } from '../../hooks/LineageQueryProvider';
import { useText } from '../../hooks/useText';
import { lineageRouteRef } from '../../routes';

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
  const t = useText();
  const base = useRouteRef(lineageRouteRef)?.() ?? '/lineage';
  return (
    <LineageQueryProvider>
      <main>
        <Container>
          <Tabs>
            <TabList aria-label={t('page.title')}>
              <Tab id="explorer" href={base}>
                {t('page.explorer')}
              </Tab>
              <Tab id="impact" href={`${base}/impact`}>
                {t('page.impact')}
              </Tab>
              <Tab id="drift" href={`${base}/drift`}>
                {t('page.drift')}
              </Tab>
            </TabList>
          </Tabs>
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
