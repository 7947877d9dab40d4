import { useState } from 'react';
import { Alert, Button, Skeleton } from '@backstage/ui';
import {
  EntityLink,
  LoadFailure,
  PlainTable,
  RelativeTime,
  StaleNotice,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  DriftItem,
  DriftQuery,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useDrift } from '../../hooks/useDrift';
import { useText } from '../../hooks/useText';
import { OriginList } from '../SidePanel/OriginList';
import { AcceptDialog } from './AcceptDialog';
import { NotComparedList } from './NotComparedList';
import styles from './DriftList.module.css';

/** Disagreements of origins; each can be accepted into the catalog. */
export function DriftList({ query }: { query: DriftQuery }) {
  const t = useText();
  const drift = useDrift(query);
  const [accepting, setAccepting] = useState<DriftItem>();
  if (drift.error && !drift.data) {
    return (
      <LoadFailure
        title={t('drift.loadFailed')}
        error={drift.error}
        onRetry={drift.refetch}
      />
    );
  }
  if (!drift.data) {
    return (
      <Skeleton
        style={{ width: '100%', height: 160 }}
        aria-label={t('view.loading')}
      />
    );
  }
  const items = drift.data.pages.flatMap(page => page.items);
  const notCompared = (
    <NotComparedList jobs={drift.data.pages[0].notCompared ?? []} />
  );
  if (items.length === 0) {
    return (
      <>
        <Alert status="success" icon title={t('drift.none')} />
        {notCompared}
      </>
    );
  }
  return (
    <>
      <StaleNotice query={drift} title={when => t('load.stale', { when })} />
      <PlainTable
        label={t('page.drift')}
        columns={[
          t('drift.kind'),
          t('table.column.from'),
          t('table.column.to'),
          t('edge.origins'),
          t('drift.since'),
          t('drift.action'),
        ]}
      >
        {items.map(item => (
          <tr key={item.id}>
            <th scope="row">
              {t(`driftKind.${item.kind}`)}
              <div className={styles.detail}>{t(`driftHint.${item.kind}`)}</div>
            </th>
            <td>
              <End node={item.from} />
            </td>
            <td>
              <End node={item.to} />
            </td>
            <td>
              <OriginList origins={item.edge.origins} />
            </td>
            <td>
              <RelativeTime iso={item.since} />
            </td>
            <td>
              {item.known === 'declared' ? (
                <span className={styles.detail}>{t('drift.removeHint')}</span>
              ) : (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setAccepting(item)}
                >
                  {t('drift.accept')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
      {drift.hasNextPage && (
        <Button
          variant="secondary"
          isPending={drift.isFetchingNextPage}
          onPress={() => drift.fetchNextPage()}
        >
          {t('drift.more')}
        </Button>
      )}
      {notCompared}
      {accepting && (
        <AcceptDialog
          item={accepting}
          onClose={() => setAccepting(undefined)}
        />
      )}
    </>
  );
}

function End({ node }: { node: VisibleNode }) {
  return (
    <>
      {node.entityRef ? (
        <EntityLink entityRef={node.entityRef} title={node.title} />
      ) : (
        node.title
      )}
      <div className={styles.detail}>
        {node.namespace} {node.name}
      </div>
    </>
  );
}
