import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { JSX } from 'react';

/** Renders a card as it stands on the page of an entity. */
export function renderCard(card: JSX.Element, entity: Entity) {
  return renderInTestApp(
    <EntityProvider entity={entity}>{card}</EntityProvider>,
    {
      apis: [[catalogApiRef, catalogApiMock({ entities: [entity] })]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

/** The text of every row of the table that has the given column. */
export function rowTexts(container: HTMLElement): string[][] {
  return [...container.querySelectorAll('tbody tr')].map(row =>
    [...row.querySelectorAll('td,th,[role=gridcell],[role=rowheader]')].map(
      cell => cell.textContent ?? '',
    ),
  );
}
