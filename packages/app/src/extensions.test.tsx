import { createSpecializedApp } from '@backstage/frontend-app-api';
import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import appPlugin from '@backstage/plugin-app';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import catalogModule from '@datalark/backstage-plugin-catalog-module-data-entities';
import dataJobsPlugin from '@datalark/backstage-plugin-data-jobs';
import scaffolderModule from '@datalark/backstage-plugin-scaffolder-module-data-jobs';
import { screen } from '@testing-library/react';

const THEIRS = [appPlugin, catalogPlugin, scaffolderPlugin, searchPlugin];
const OURS = [dataJobsPlugin, catalogModule, scaffolderModule];

/** Takes whatever is moved to it. */
const anyPlace = createFrontendModule({
  pluginId: 'app',
  extensions: [
    createExtension({
      name: 'any-place',
      attachTo: { id: 'app/root', input: 'elements' },
      inputs: { moved: createExtensionInput([]) },
      output: [coreExtensionData.reactElement],
      factory: () => [coreExtensionData.reactElement(<p />)],
    }),
  ],
});

/** The extensions of an app with `app.extensions` as given. */
function extensionsOf(config: unknown[], features = [...THEIRS, ...OURS]) {
  const { tree } = createSpecializedApp({
    features: [...features, anyPlace],
    config: mockApis.config({
      data: {
        // Nothing but the page to sign in would be made before somebody did.
        app: { extensions: [{ 'sign-in-page:app': false }, ...config] },
        backend: { baseUrl: 'http://localhost' },
      },
    } as any),
  });
  return tree.nodes;
}

/** What an extension hands on, by the name of the data. */
function dataOf(id: string, config: object): Record<string, any> {
  const instance = extensionsOf([{ [id]: { config } }]).get(id)!.instance!;
  return Object.fromEntries(
    [...instance.getDataRefs()].map(ref => [ref.id, instance.getData(ref)]),
  );
}

const component = { kind: 'Component', metadata: { name: 'shop' } };
const job = { kind: 'DataJob', metadata: { name: 'orders' } };

/** Our extensions by the READMEs; the first test says when one is missing here. */
const EXTENSIONS = [
  'api:catalog/entity-presentation',
  'api:data-jobs/client',
  'catalog-filter:catalog/data-job-engine',
  'catalog-filter:catalog/data-source-environment',
  'entity-card:catalog/data-job',
  'entity-card:catalog/data-source',
  'entity-card:catalog/dataset',
  'entity-card:catalog/lineage',
  'entity-card:catalog/quality',
  'entity-card:data-jobs/attention',
  'entity-card:data-jobs/dataset-jobs',
  'entity-card:data-jobs/job-state',
  'entity-card:data-jobs/system-jobs',
  'entity-content:data-jobs/job',
  'home-page-widget:data-jobs/attention',
  'page:data-jobs',
  'page:data-jobs/engines',
  'scaffolder-form-field:scaffolder/data-engine-picker',
  'scaffolder-form-field:scaffolder/flink-connector',
  'scaffolder-form-field:scaffolder/flink-sql-editor',
  'scaffolder-form-field:scaffolder/jar-upload',
  'scaffolder-form-field:scaffolder/lineage-preview',
  'scaffolder-form-field:scaffolder/seatunnel-plugin',
  'search-filter-result-type:data-jobs',
  'search-result-list-item:data-jobs',
];

describe('every extension of ours', () => {
  it('is walked here', () => {
    const without = extensionsOf([], THEIRS);
    const added = [...extensionsOf([]).keys()].filter(id => !without.has(id));
    expect(added.sort()).toEqual(
      // Replaces the catalog's own of this name.
      EXTENSIONS.filter(id => id !== 'api:catalog/entity-presentation'),
    );
  });

  it.each(EXTENSIONS)('%s can be disabled, and nothing else goes', id => {
    const tree = extensionsOf([{ [id]: false }]);
    expect(tree.get(id)?.spec.disabled).toBe(true);
    expect(tree.get(id)?.instance).toBeUndefined();
    const gone = EXTENSIONS.filter(each => !tree.get(each)?.instance);
    // The home plugin is not in this app: nobody takes its widgets.
    expect(new Set(gone)).toEqual(
      new Set([id, 'home-page-widget:data-jobs/attention']),
    );
  });

  it.each(EXTENSIONS.filter(id => !id.startsWith('api:')))(
    '%s can be moved',
    id => {
      const place = { id: 'app/any-place', input: 'moved' };
      const tree = extensionsOf([{ [id]: { attachTo: place } }]);
      const moved = tree.get(place.id)?.edges.attachments.get(place.input);
      expect(moved?.map(node => node.spec.id)).toEqual([id]);
    },
  );
});

describe('by configuration', () => {
  it.each(['page:data-jobs', 'page:data-jobs/engines'])(
    '%s has another path and title',
    async id => {
      renderTestApp({
        features: [dataJobsPlugin],
        config: {
          app: {
            extensions: [
              { [id]: { config: { path: '/p', title: 'Pipelines' } } },
            ],
          },
        },
        initialRouteEntries: ['/p'],
      });
      expect(
        await screen.findByRole('heading', { name: 'Pipelines' }),
      ).toBeTruthy();
    },
  );

  it('the tab of a job has another path, title, group and kind', () => {
    const data = dataOf('entity-content:data-jobs/job', {
      path: '/pipeline',
      title: 'Pipeline',
      group: 'observability',
      filter: { kind: 'Component' },
    });
    expect(data).toMatchObject({
      'core.routing.path': '/pipeline',
      'catalog.entity-content-title': 'Pipeline',
      'catalog.entity-content-group': 'observability',
    });
    const filter = data['catalog.entity-filter-function'];
    expect([filter(component), filter(job)]).toEqual([true, false]);
  });

  it.each(EXTENSIONS.filter(id => id.startsWith('entity-card:')))(
    '%s is shown for another kind and as another type',
    id => {
      const data = dataOf(id, { filter: { kind: 'Component' }, type: 'info' });
      expect(data['catalog.entity-card-type']).toBe('info');
      const filter = data['catalog.entity-filter-function'];
      expect([filter(component), filter(job)]).toEqual([true, false]);
    },
  );
});
