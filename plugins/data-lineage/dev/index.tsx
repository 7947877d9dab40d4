// A page of its own, that no app gives its styles.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { createRoot } from 'react-dom/client';
import { lazy, useEffect } from 'react';
import { createApp } from '@backstage/frontend-defaults';
import { ConfigReader } from '@backstage/config';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { Container } from '@backstage/ui';
import dataLineagePlugin from '../src';
import { ENRICH_SQL } from '../src/testing';
import { fakeBackEnd } from './fakeBackEnd';

const JOB = {
  apiVersion: 'datalark.io/v1alpha1',
  kind: 'DataJob',
  metadata: { name: 'enrich-orders', namespace: 'default' },
  spec: {
    type: 'flink-sql',
    definition: { type: 'flink-sql', sql: ENRICH_SQL },
  },
};

const GUEST = {
  getProfileInfo: async () => ({ displayName: 'Guest' }),
  getCredentials: async () => ({}),
  signOut: async () => {},
  getBackstageIdentity: async () => ({
    type: 'user' as const,
    userEntityRef: 'user:default/guest',
    ownershipEntityRefs: ['user:default/guest'],
  }),
};

const everybody = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: async () => props => {
          useEffect(() => props.onSignInSuccess(GUEST), [props]);
          return null;
        },
      },
    }),
  ],
});

// As an app does: nothing of the plugin is loaded before it is looked at.
const ChangePreviewPanel = lazy(() =>
  import('../src/components/ChangePreviewPanel').then(m => ({
    default: m.ChangePreviewPanel,
  })),
);
const DriftCard = lazy(() =>
  import('../src/components/DriftList').then(m => ({ default: m.DriftCard })),
);
const LineageEntityContent = lazy(() =>
  import('../src/components/LineageEntityContent').then(m => ({
    default: m.LineageEntityContent,
  })),
);

const page = (name: string, path: string, element: JSX.Element) =>
  PageBlueprint.make({
    name,
    params: { path, title: name, loader: async () => element },
  });

/** Parts of the plugin that stand on pages of others. */
const others = createFrontendPlugin({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      name: 'client',
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => new InMemoryCatalogClient({ entities: [JOB] }),
        }),
    }),
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        title: 'Entity',
        routeRef: entityRouteRef,
        loader: async () => (
          <EntityProvider entity={JOB}>
            <Container>
              <LineageEntityContent />
              <DriftCard />
            </Container>
          </EntityProvider>
        ),
      },
    }),
    page(
      'preview',
      '/preview',
      <Container>
        <ChangePreviewPanel
          request={{ definition: { type: 'flink-sql', sql: ENRICH_SQL } }}
        />
      </Container>,
    ),
  ],
});

const app = createApp({
  features: [dataLineagePlugin, fakeBackEnd, everybody, others],
  advanced: {
    configLoader: async () => ({
      config: new ConfigReader({
        app: {
          title: 'Lineage playground',
          baseUrl: window.location.origin,
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'zh'] },
              },
            },
          ],
        },
        backend: { baseUrl: window.location.origin },
      }),
    }),
  },
});

createRoot(document.getElementById('root')!).render(app.createRoot());
