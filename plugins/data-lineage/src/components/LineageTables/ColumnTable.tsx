import { useMemo } from 'react';
import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Flex,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import {
  ColumnLink,
  LineageGraph,
} from '@datalark/backstage-plugin-data-lineage-common';
import { linkKey } from '../../graph/mergeGraphs';
import { useText } from '../../hooks/useText';
import { transformationKey } from '../../logic/transformationKey';
import { OriginList } from '../SidePanel/OriginList';
import { sortRows } from './sortRows';
import { usePaging } from './usePaging';

type LinkRow = {
  id: string;
  link: ColumnLink;
  from: string;
  to: string;
  job: string;
  how: string;
};

/** What feeds or influences which column, one a row. */
export function ColumnTable(props: {
  graph: LineageGraph;
  isAsked: boolean;
  onAsk(): void;
}) {
  const t = useText();
  const { graph, isAsked, onAsk } = props;
  const rows = useMemo(() => {
    const names = new Map(
      graph.nodes.map(node => [
        node.id,
        node.hidden ? t('node.hidden') : node.title,
      ]),
    );
    return (graph.columnLinks ?? []).map(
      (link): LinkRow => ({
        id: linkKey(link),
        link,
        from: `${names.get(link.from.node) ?? ''}.${link.from.column}`,
        to:
          link.to.column === undefined
            ? names.get(link.to.node) ?? ''
            : `${names.get(link.to.node) ?? ''}.${link.to.column}`,
        job: (link.job && names.get(link.job)) ?? '',
        how: link.transformations
          .map(each => t(`transformation.${transformationKey(each)}`))
          .join(', '),
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
  if (!isAsked && rows.length === 0) {
    return (
      <Flex direction="column" align="start" gap="2">
        <Text>{t('table.columnsNotAsked')}</Text>
        <Button size="small" variant="secondary" onPress={onAsk}>
          {t('table.askColumns')}
        </Button>
      </Flex>
    );
  }
  const text = (
    id: 'from' | 'to' | 'job' | 'how',
    label: string,
    isRowHeader = false,
  ): ColumnConfig<LinkRow> => ({
    id,
    label,
    isRowHeader,
    isSortable: true,
    cell: row => <CellText title={row[id] || t('node.unknown')} />,
  });
  const columns: ColumnConfig<LinkRow>[] = [
    text('from', t('table.column.from'), true),
    text('to', t('table.column.to')),
    text('how', t('table.column.how')),
    text('job', t('table.column.job')),
    {
      id: 'origins',
      label: t('edge.origins'),
      cell: row => (
        <Cell>
          <OriginList origins={row.link.origins} />
        </Cell>
      ),
    },
  ];
  return (
    <Table
      {...tableProps}
      columnConfig={columns}
      emptyState={<Text>{t('table.noColumns')}</Text>}
    />
  );
}
