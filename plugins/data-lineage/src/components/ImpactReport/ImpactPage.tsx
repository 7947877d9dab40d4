import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Select, Skeleton, Text } from '@backstage/ui';
import { ImpactQuery } from '@datalark/backstage-plugin-data-lineage-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  LoadFailure,
  StaleNotice,
} from '@datalark/backstage-plugin-data-entities-react';
import { useQuery } from '@tanstack/react-query';
import { dataLineageApiRef } from '../../api/dataLineageApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useImpact } from '../../hooks/useImpact';
import { useText } from '../../hooks/useText';
import { NodeSearch } from '../NodeSearch';
import { ImpactReportView } from './ImpactReportView';
import styles from './ImpactReport.module.css';

/** The page Impact: whom a change of a dataset, a job or some columns would concern. */
export function ImpactPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const node = params.get('node');
  const columns = params.getAll('column');
  const chosen = columns.join('\n');
  const query = useMemo((): ImpactQuery | undefined => {
    const list = chosen.split('\n').filter(Boolean);
    return node
      ? { node, ...(list.length > 0 && { columns: list }) }
      : undefined;
  }, [node, chosen]);
  const impact = useImpact(query);
  const go = (to: string, list: string[]) =>
    setParams([
      ['node', to],
      ...list.map(each => ['column', each] as [string, string]),
    ]);
  return (
    <>
      <div className={styles.search} role="search">
        <NodeSearch
          label={t('impact.search')}
          placeholder={t('search.placeholder')}
          onChoose={hit =>
            go(hit.node.id, hit.column === undefined ? [] : [hit.column])
          }
        />
        {query && (
          <ColumnChoice
            node={query.node}
            chosen={columns}
            onChange={list => go(query.node, list)}
          />
        )}
      </div>
      {!query && <Text as="p">{t('impact.start')}</Text>}
      {query && impact.error && !impact.data && (
        <LoadFailure
          title={t('impact.loadFailed')}
          error={impact.error}
          onRetry={impact.refetch}
        />
      )}
      <StaleNotice query={impact} title={when => t('load.stale', { when })} />
      {query && impact.isPending && (
        <Skeleton
          style={{ width: '100%', height: 240 }}
          aria-label={t('view.loading')}
        />
      )}
      {query && impact.data && (
        <ImpactReportView query={query} report={impact.data} />
      )}
    </>
  );
}

/** Columns of the dataset to choose from; nothing where none are known. */
function ColumnChoice(props: {
  node: string;
  chosen: string[];
  onChange(columns: string[]): void;
}) {
  const t = useText();
  const api = useApi(dataLineageApiRef);
  const query = { nodes: [props.node], depth: 1, level: 'column' as const };
  const { data } = useQuery({
    queryKey: queryKeys.graph(query),
    queryFn: ({ signal }) => api.getGraph(query, { signal }),
  });
  const node = data?.nodes.find(each => each.id === props.node);
  const columns = node && !node.hidden ? node.columns ?? [] : [];
  if (columns.length === 0) return null;
  return (
    <Select
      size="small"
      className={styles.columns}
      label={t('impact.columns')}
      selectionMode="multiple"
      placeholder={t('impact.allColumns')}
      options={columns.map(({ name }) => ({ value: name, label: name }))}
      value={props.chosen}
      onChange={keys => props.onChange(keys.map(String))}
    />
  );
}
