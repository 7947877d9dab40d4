import { useMemo } from 'react';
import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Table,
  useTable,
} from '@backstage/ui';
import {
  EntityLink,
  RelativeTime,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  LineageGraph,
  VisibleNode,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useEntityTitles } from '../../hooks/useEntityTitle';
import { useText } from '../../hooks/useText';
import { ChangeView } from '../../hooks/useViewState';
import { RunState } from '../RunState';
import { sortRows } from './sortRows';
import { usePaging } from './usePaging';
import styles from './LineageTables.module.css';

type NodeRow = {
  id: string;
  node: VisibleNode;
  title: string;
  type: string;
  system: string;
  owner: string;
  state: string;
  lastSeen?: string;
  upstream: number;
  downstream: number;
};

/** Datasets and jobs, one a row. */
export function NodeTable(props: { graph: LineageGraph; change: ChangeView }) {
  const t = useText();
  const titles = useEntityTitles();
  const { graph, change } = props;
  const rows = useMemo(() => {
    const ups = new Map<string, number>();
    const downs = new Map<string, number>();
    for (const { from, to } of graph.edges) {
      ups.set(to, (ups.get(to) ?? 0) + 1);
      downs.set(from, (downs.get(from) ?? 0) + 1);
    }
    return graph.nodes.flatMap((node): NodeRow[] =>
      node.hidden
        ? []
        : [
            {
              id: node.id,
              node,
              title: node.title,
              type: t(`nodeType.${node.type}`),
              system: node.dataSystem ?? node.integration ?? '',
              owner: node.owner ? titles(node.owner) : '',
              state: node.droppedAt ? t('node.droppedAt') : node.runState ?? '',
              lastSeen: node.lastWrittenAt ?? node.lastSeenAt,
              upstream: (ups.get(node.id) ?? 0) + node.more.upstream,
              downstream: (downs.get(node.id) ?? 0) + node.more.downstream,
            },
          ],
    );
  }, [graph, t, titles]);
  const paging = usePaging();
  const { tableProps } = useTable({
    mode: 'complete',
    data: rows,
    sortFn: sortRows,
    paginationOptions: paging,
  });
  const unknown = t('node.unknown');
  const columns: ColumnConfig<NodeRow>[] = [
    {
      id: 'title',
      label: t('table.column.name'),
      isRowHeader: true,
      isSortable: true,
      defaultWidth: '3fr',
      cell: row => (
        <Cell>
          {row.node.entityRef ? (
            <EntityLink entityRef={row.node.entityRef} title={row.title} />
          ) : (
            row.title
          )}
          <div className={styles.detail}>
            {row.node.namespace} {row.node.name}
          </div>
        </Cell>
      ),
    },
    sortable('type', t('table.column.type'), row => row.type),
    sortable('system', t('table.column.system'), row => row.system || unknown),
    {
      ...sortable<NodeRow>(
        'owner',
        t('table.column.owner'),
        row => row.owner || unknown,
      ),
      defaultWidth: '1.5fr',
    },
    {
      id: 'state',
      label: t('table.column.state'),
      isSortable: true,
      cell: row => (
        <Cell>
          {row.node.type === 'job' ? (
            <RunState node={row.node} />
          ) : (
            row.state || '–'
          )}
        </Cell>
      ),
    },
    {
      id: 'lastSeen',
      label: t('table.column.lastSeen'),
      isSortable: true,
      minWidth: 128,
      cell: row => (
        <Cell>
          {row.lastSeen ? <RelativeTime iso={row.lastSeen} /> : unknown}
        </Cell>
      ),
    },
    sortable('upstream', t('table.column.upstream'), row =>
      String(row.upstream),
    ),
    sortable('downstream', t('table.column.downstream'), row =>
      String(row.downstream),
    ),
    {
      id: 'facts',
      label: t('table.column.facts'),
      cell: row => (
        <Cell>
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('table.factsOf', { name: row.title })}
            onPress={() => change({ selected: row.id })}
          >
            {t('table.show')}
          </Button>
        </Cell>
      ),
    },
  ];
  return <Table {...tableProps} columnConfig={columns} />;
}

function sortable<T extends { id: string }>(
  id: string,
  label: string,
  text: (row: T) => string,
): ColumnConfig<T> {
  return {
    id,
    label,
    isSortable: true,
    // As wide as its heading with the arrow.
    minWidth: 112,
    cell: row => <CellText title={text(row)} />,
  };
}
