import { useMemo } from 'react';
import { Alert, Button, ButtonLink, Skeleton } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { LoadFailure } from '@datalark/backstage-plugin-data-entities-react';
import { useQuery } from '@tanstack/react-query';
import { RiCompass3Line } from '@remixicon/react';
import { dataLineageApiRef } from '../../api/dataLineageApiRef';
import { LineageQueryProvider } from '../../hooks/LineageQueryProvider';
import { queryKeys } from '../../hooks/queryKeys';
import { useText } from '../../hooks/useText';
import { useViewState } from '../../hooks/useViewState';
import { formatViewState } from '../../logic/viewState';
import { lineageRouteRef } from '../../routes';
import { LineageView } from '../LineageView';
import styles from './LineageEntityContent.module.css';

// All of them are in one address, and addresses have a limit.
const MAX_ROOTS = 40;

/** The tab Lineage of a DataJob, Dataset or DataSource. */
export function LineageEntityContent() {
  return (
    <LineageQueryProvider>
      <EntityLineage />
    </LineageQueryProvider>
  );
}

function EntityLineage() {
  const t = useText();
  const api = useApi(dataLineageApiRef);
  const page = useRouteRef(lineageRouteRef);
  const entityRef = stringifyEntityRef(useEntity().entity);
  const [state, change] = useViewState();
  const own = useQuery({
    queryKey: queryKeys.entity(entityRef),
    queryFn: ({ signal }) => api.nodesOfEntity(entityRef, { signal }),
  });
  const nodes = own.data;
  // "Start here" writes roots into the address; without them the entity is the start.
  const shown = useMemo(
    () =>
      state.roots.length > 0 || !nodes
        ? state
        : { ...state, roots: nodes.slice(0, MAX_ROOTS).map(node => node.id) },
    [state, nodes],
  );
  if (own.error && !nodes) {
    return (
      <LoadFailure
        title={t('view.loadFailed')}
        error={own.error}
        onRetry={own.refetch}
      />
    );
  }
  if (!nodes) {
    return (
      <Skeleton
        style={{ width: '100%', height: 400 }}
        aria-label={t('view.loading')}
      />
    );
  }
  if (nodes.length === 0) {
    return (
      <Alert
        status="info"
        icon
        title={t('entity.none')}
        description={t('entity.noneHint')}
      />
    );
  }
  return (
    <>
      <div className={styles.links}>
        {state.roots.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => change({ roots: [], up: [], down: [], open: [] })}
          >
            {t('entity.back')}
          </Button>
        )}
        {page && (
          <ButtonLink
            size="small"
            variant="tertiary"
            iconStart={<RiCompass3Line />}
            href={`${page()}?${formatViewState(shown)}`}
          >
            {t('entity.explore')}
          </ButtonLink>
        )}
      </div>
      {nodes.length > MAX_ROOTS && state.roots.length === 0 && (
        <Alert
          role="status"
          status="info"
          icon
          mb="3"
          title={t('entity.many', {
            total: String(nodes.length),
            shown: String(MAX_ROOTS),
          })}
        />
      )}
      <LineageView state={shown} change={change} />
    </>
  );
}
