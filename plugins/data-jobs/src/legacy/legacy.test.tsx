import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  MockPermissionApi,
  TestApiProvider,
  wrapInTestApp,
} from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { FakeDataJobsApi } from '../testing';
import { DataJobsPage, EnginesPage } from './index';

jest.setTimeout(60_000);

const CATALOG_ROUTE = '/catalog/:namespace/:kind/:name';

function renderPage(page: JSX.Element) {
  render(
    wrapInTestApp(
      <TestApiProvider
        apis={[
          [dataJobsApiRef, new FakeDataJobsApi()],
          [catalogApiRef, catalogApiMock()],
          [permissionApiRef, new MockPermissionApi()],
        ]}
      >
        <Routes>
          <Route path="/here" element={page} />
        </Routes>
      </TestApiProvider>,
      {
        mountedRoutes: { [CATALOG_ROUTE]: entityRouteRef },
        routeEntries: ['/here'],
      },
    ),
  );
}

describe('in an app on the old front-end system', () => {
  it('the page Data jobs draws', async () => {
    renderPage(<DataJobsPage />);
    expect(
      await screen.findByRole('grid', {}, { timeout: 30_000 }),
    ).toBeTruthy();
  });

  it('the page Engines draws', async () => {
    renderPage(<EnginesPage />);
    expect(
      await screen.findAllByText('Engines', {}, { timeout: 30_000 }),
    ).not.toHaveLength(0);
  });
});
