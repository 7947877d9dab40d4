import { useMemo } from 'react';
import { Cell, CellText, ColumnConfig, Table, useTable } from '@backstage/ui';
import { RelativeTime } from '@datalark/backstage-plugin-data-entities-react';
import {
  LineageEdge,
  LineageGraph,
} from '@datalark/backstage-plugin-data-lineage-common';
import { edgeKey } from '../../graph/mergeGraphs';
import { useText } from '../../hooks/useText';
import { OriginList } from '../SidePanel/OriginList';
import { sortRows } from './sortRows';
import { usePaging } from './usePaging';

type EdgeRow = {
  id: string;
  edge: LineageEdge;
  from: string;
  to: string;
  origins: string;
  firstSeen: string;
  lastSeen: string;
  change: string;
};

/** Edges, one a row. */
export function EdgeTable({ graph }: { graph: LineageGraph }) {
  const t = useText();
  const rows = useMemo(() => {
    const names = new Map(
      graph.nodes.map(node => [
        node.id,
        node.hidden ? t('node.hidden') : node.title,
      ]),
    );
    return graph.edges.map(
      (edge): EdgeRow => ({
        id: edgeKey(edge),
        edge,
        from: names.get(edge.from) ?? '',
        to: names.get(edge.to) ?? '',
        origins: edge.origins.join(' '),
        firstSeen: edge.firstSeenAt,
        lastSeen: edge.lastSeenAt,
        change: edge.change ? t(`change.${edge.change}`) : '',
      }),
    );
  }, [graph, t]);
  const paging = usePaging();
  const { tableProps } = useTable({
    mode: 'complete',
    data: rows,
    sortFn: sortRows,
    paginationOptions: paging,
  });
  const hasChanges = rows.some(row => row.change);
  const columns: ColumnConfig<EdgeRow>[] = [
    {
      id: 'from',
      label: t('table.column.from'),
      isRowHeader: true,
      isSortable: true,
      cell: row => <CellText title={row.from} />,
    },
    {
      id: 'to',
      label: t('table.column.to'),
      isSortable: true,
      cell: row => <CellText title={row.to} />,
    },
    {
      id: 'origins',
      label: t('edge.origins'),
      isSortable: true,
      cell: row => (
        <Cell>
          <OriginList origins={row.edge.origins} />
        </Cell>
      ),
    },
    {
      id: 'firstSeen',
      label: t('edge.firstSeen'),
      isSortable: true,
      cell: row => (
        <Cell>
          <RelativeTime iso={row.firstSeen} />
        </Cell>
      ),
    },
    {
      id: 'lastSeen',
      label: t('edge.lastSeen'),
      isSortable: true,
      cell: row => (
        <Cell>
          <RelativeTime iso={row.lastSeen} />
        </Cell>
      ),
    },
    ...(hasChanges
      ? [
          {
            id: 'change',
            label: t('edge.change'),
            isSortable: true,
            cell: (row: EdgeRow) => <CellText title={row.change} />,
          },
        ]
      : []),
  ];
  return <Table {...tableProps} columnConfig={columns} />;
}
