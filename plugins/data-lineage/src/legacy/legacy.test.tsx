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
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import { FakeDataLineageApi } from '../testing';
import { LineagePage } from './index';

const CATALOG_ROUTE = '/catalog/:namespace/:kind/:name';

describe('in an app on the old front-end system', () => {
  it('the page Lineage draws', async () => {
    render(
      wrapInTestApp(
        <TestApiProvider
          apis={[
            [dataLineageApiRef, new FakeDataLineageApi()],
            [catalogApiRef, catalogApiMock()],
            [permissionApiRef, new MockPermissionApi()],
          ]}
        >
          <Routes>
            <Route path="/here/*" element={<LineagePage />} />
          </Routes>
        </TestApiProvider>,
        {
          mountedRoutes: { [CATALOG_ROUTE]: entityRouteRef },
          routeEntries: ['/here'],
        },
      ),
    );
    expect(
      await screen.findByText(/Search for a dataset/, {}, { timeout: 30_000 }),
    ).toBeTruthy();
  });
});
