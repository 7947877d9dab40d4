import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiNodeTree } from '@remixicon/react';
import { lineageRouteRef } from '../routes';

/** `page:data-lineage` */
export const lineagePage = PageBlueprint.make({
  params: {
    path: '/lineage',
    title: 'Lineage',
    icon: <RiNodeTree />,
    routeRef: lineageRouteRef,
    loader: () =>
      import('../components/LineagePage').then(m => <m.LineagePage />),
  },
});
