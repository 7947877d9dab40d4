import { ReactElement } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
import { changePreviewApiRef } from '@datalark/backstage-plugin-data-lineage-react';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import plugin from '../index';
import {
  createPipelineRouteRef,
  enginesRouteRef,
  jobsRouteRef,
} from '../routes';
import { FakeDataJobsApi } from '../testing';
import { FakeLineage } from './FakeLineage';

type Options = {
  api?: FakeDataJobsApi;
  /** Names of permissions that the user lacks. */
  deny?: string[];
  /** Absent: the app has no lineage. */
  lineage?: FakeLineage;
};

const CATALOG_ROUTE = '/catalog/:namespace/:kind/:name';

function testApis(api: FakeDataJobsApi, { deny = [], lineage }: Options) {
  const permissionApi = mockApis.permission({
    authorize: ({ permission }) =>
      deny.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  return [
    [dataJobsApiRef, api],
    [permissionApiRef, permissionApi],
    [catalogApiRef, catalogApiMock()],
    ...(lineage ? [[changePreviewApiRef, lineage] as const] : []),
  ] as const;
}

/** Renders a page of the plugin in a test app. */
export function renderDataJobs(path: string, options: Options = {}) {
  const api = options.api ?? new FakeDataJobsApi();
  renderTestApp({
    features: [plugin],
    apis: testApis(api, options),
    mountedRoutes: {
      [CATALOG_ROUTE]: entityRouteRef,
      '/create': createPipelineRouteRef,
    },
    initialRouteEntries: [path],
  });
  return api;
}

/** Renders one component; `path` is where the app begins. The test id `location` shows where it is. */
export async function renderPart(
  element: ReactElement,
  options: Options & { path?: string } = {},
) {
  const api = options.api ?? new FakeDataJobsApi();
  renderInTestApp(
    <>
      {element}
      <CurrentLocation />
    </>,
    {
      apis: testApis(api, options),
      mountedRoutes: {
        [CATALOG_ROUTE]: entityRouteRef,
        '/create': createPipelineRouteRef,
        '/data-jobs': jobsRouteRef,
        '/engines': enginesRouteRef,
      },
      initialRouteEntries: [options.path ?? '/'],
    },
  );
  return api;
}

/** Renders one component on the page of the entity `datajob:default/orders`. */
export function renderOnEntity(
  element: ReactElement,
  options: Options & { path?: string } = {},
) {
  const entity = {
    apiVersion: 'datalark.io/v1alpha1',
    kind: 'DataJob',
    metadata: { name: 'orders', namespace: 'default' },
    spec: { type: 'flink-sql' },
  };
  return renderPart(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    options,
  );
}

/** Chooses in the list that is open; the hidden native one does not count. */
export async function chooseOption(name: string | RegExp) {
  const options = await screen.findAllByRole('option', { name });
  const shown = options.find(option => option.tagName !== 'OPTION');
  if (!shown) throw new Error(`No list offers ${name}`);
  await userEvent.click(shown);
}

function CurrentLocation() {
  const { pathname, search } = useLocation();
  return <output data-testid="location">{pathname + search}</output>;
}
