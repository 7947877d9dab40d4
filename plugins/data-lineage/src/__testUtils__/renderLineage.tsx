import { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import {
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { dataLineageApiRef } from '../api/dataLineageApiRef';
import plugin from '../index';
import { lineageRouteRef } from '../routes';
import { ENRICH_SQL, FakeDataLineageApi } from '../testing';

type Options = {
  api?: FakeDataLineageApi;
  /** Names of permissions that the user lacks. */
  deny?: string[];
};

const CATALOG_ROUTE = '/catalog/:namespace/:kind/:name';

/** The entity of the job `enrich-orders`, with its SQL. */
export const ENRICH_ENTITY = {
  apiVersion: 'datalark.io/v1alpha1',
  kind: 'DataJob',
  metadata: { name: 'enrich-orders', namespace: 'default' },
  spec: {
    type: 'flink-sql',
    definition: { type: 'flink-sql', sql: ENRICH_SQL },
  },
};

function testApis(api: FakeDataLineageApi, deny: string[] = []) {
  const permissionApi = mockApis.permission({
    authorize: ({ permission }) =>
      deny.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  return [
    [dataLineageApiRef, api],
    [permissionApiRef, permissionApi],
    [catalogApiRef, catalogApiMock({ entities: [ENRICH_ENTITY] })],
  ] as const;
}

/** Renders a page of the plugin in a test app. */
export function renderLineage(path: string, options: Options = {}) {
  const api = options.api ?? new FakeDataLineageApi();
  renderTestApp({
    features: [plugin],
    apis: testApis(api, options.deny),
    mountedRoutes: { [CATALOG_ROUTE]: entityRouteRef },
    initialRouteEntries: [path],
  });
  return api;
}

/** Renders one component on the page of the job `enrich-orders`; the test id `location` shows where the app is. */
export function renderOnEntity(
  element: ReactElement,
  options: Options & { path?: string; entity?: typeof ENRICH_ENTITY } = {},
) {
  const api = options.api ?? new FakeDataLineageApi();
  renderInTestApp(
    <EntityProvider entity={options.entity ?? ENRICH_ENTITY}>
      {element}
      <CurrentLocation />
    </EntityProvider>,
    {
      apis: testApis(api, options.deny),
      mountedRoutes: {
        [CATALOG_ROUTE]: entityRouteRef,
        '/lineage': lineageRouteRef,
      },
      initialRouteEntries: [options.path ?? '/'],
    },
  );
  return api;
}

function CurrentLocation() {
  const { pathname, search } = useLocation();
  return <output data-testid="location">{pathname + search}</output>;
}
