import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { LineageQueryProvider } from '../../hooks/LineageQueryProvider';
import { useText } from '../../hooks/useText';
import { DriftList } from './DriftList';

/** The card Lineage drift of an entity. */
export function DriftCard() {
  const t = useText();
  const entityRef = stringifyEntityRef(useEntity().entity);
  const query = useMemo(() => ({ entityRef, limit: 10 }), [entityRef]);
  return (
    <EntityInfoCard title={t('drift.card')}>
      <LineageQueryProvider>
        <DriftList query={query} />
      </LineageQueryProvider>
    </EntityInfoCard>
  );
}
