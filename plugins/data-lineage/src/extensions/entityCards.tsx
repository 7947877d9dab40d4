import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { LINEAGE_KINDS } from '../logic/lineageKinds';

/** `entity-card:data-lineage/drift` */
export const driftEntityCard = EntityCardBlueprint.make({
  name: 'drift',
  params: {
    filter: { kind: { $in: [...LINEAGE_KINDS] } },
    type: 'content',
    loader: () => import('../components/DriftList').then(m => <m.DriftCard />),
  },
});
