import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiNodeTree } from '@remixicon/react';
import { LINEAGE_KINDS } from '../logic/lineageKinds';
import { lineageTabRouteRef } from '../routes';

/** `entity-content:data-lineage/lineage` */
export const lineageEntityContent = EntityContentBlueprint.make({
  name: 'lineage',
  params: {
    path: '/lineage',
    title: 'Lineage',
    // A group of its own on the entities that have it: two in one group hide in a menu.
    group: 'observability',
    icon: <RiNodeTree />,
    routeRef: lineageTabRouteRef,
    filter: { kind: { $in: [...LINEAGE_KINDS] } },
    loader: () =>
      import('../components/LineageEntityContent').then(m => (
        <m.LineageEntityContent />
      )),
  },
});
