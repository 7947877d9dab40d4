import {
  coreExtensionData,
  createExtension,
  createFrontendModule,
  useApi,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import catalogModule, {
  catalogColumnsModule,
  catalogGraphModule,
  dataRelations,
} from './index';
import { goodEntity } from './__testUtils__/goodEntity';

const entities = [
  goodEntity('dataset'),
  goodEntity('datajob-flink-sql'),
  { ...goodEntity('dataset'), apiVersion: 'example.com/v1' },
];
entities[2].metadata = { ...entities[2].metadata, name: 'foreign' };

/** A page with what the APIs of the app answer. */
function Probe() {
  const presentation = useApi(entityPresentationApiRef);
  const graph = useApi(catalogGraphApiRef);
  const kinds = ['dataset', 'datajob', 'datasource', 'lineage', 'quality'];
  return (
    <>
      {kinds.map(kind => {
        const { Icon } = presentation.forEntity(`${kind}:default/x`).snapshot;
        return (
          <span key={kind} data-testid={kind}>
            {Icon && <Icon fontSize="small" />}
          </span>
        );
      })}
      <output>{graph.knownRelations.join(' ')}</output>
    </>
  );
}

const probe = createFrontendModule({
  pluginId: 'app',
  extensions: [
    createExtension({
      name: 'probe',
      attachTo: { id: 'app/root', input: 'elements' },
      output: [coreExtensionData.reactElement],
      factory: () => [coreExtensionData.reactElement(<Probe />)],
    }),
  ],
});

const renderAt = (path: string) =>
  renderTestApp({
    features: [
      catalogPlugin,
      catalogModule,
      catalogColumnsModule,
      catalogGraphPlugin,
      catalogGraphModule,
      probe,
    ],
    apis: [[catalogApiRef, catalogApiMock({ entities })]],
    initialRouteEntries: [path],
  });

jest.setTimeout(30_000);

describe('the modules in an app', () => {
  it('put the card of a kind on its page', async () => {
    renderAt('/catalog/default/dataset/orders');
    expect(
      await screen.findByText('postgres://db.shop.internal:5432'),
    ).toBeVisible();
    expect(screen.queryByText('Declared job')).not.toBeInTheDocument();
  });

  it("leave the page of somebody else's kind of the same name alone", async () => {
    renderAt('/catalog/default/dataset/foreign');
    expect(await screen.findAllByText('foreign')).not.toHaveLength(0);
    expect(
      screen.queryByText('postgres://db.shop.internal:5432'),
    ).not.toBeInTheDocument();
  });

  it('show the fields of a kind in the index, with the filters', async () => {
    renderAt('/catalog?filters[kind]=dataset');
    expect(
      await screen.findByText('Stored in', {}, { timeout: 15_000 }),
    ).toBeVisible();
    expect(
      await screen.findAllByText('orders', {}, { timeout: 15_000 }),
    ).not.toHaveLength(0);
  });

  it('give each kind its icon and the graph the relations', async () => {
    renderAt('/catalog/default/dataset/orders');
    const known = (await screen.findByRole('status')).textContent!.split(' ');
    expect(known).toEqual(
      expect.arrayContaining(['ownedBy', ...dataRelations]),
    );
    const drawings = ['dataset', 'datajob', 'datasource', 'lineage', 'quality']
      .map(kind => screen.getByTestId(kind).querySelector('path'))
      .map(path => path?.getAttribute('d'));
    expect(new Set(drawings).size).toBe(5);
    expect(drawings).not.toContain(undefined);
  });
});
