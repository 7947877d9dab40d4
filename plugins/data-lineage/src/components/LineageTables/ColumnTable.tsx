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
import styles from './LineageTables.module.css';

type End = { column?: string; dataset: string };

type LinkRow = {
  id: string;
  link: ColumnLink;
  from: string;
  to: string;
  ends: { from: End; to: End };
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
    const end = ({ node, column }: { node: string; column?: string }): End => ({
      column,
      dataset: names.get(node) ?? '',
    });
    const sortText = ({ column, dataset }: End) => `${dataset}.${column ?? ''}`;
    return (graph.columnLinks ?? []).map((link): LinkRow => {
      const ends = { from: end(link.from), to: end(link.to) };
      return {
        id: linkKey(link),
        link,
        from: sortText(ends.from),
        to: sortText(ends.to),
        ends,
        job: (link.job && names.get(link.job)) ?? '',
        how: link.transformations
          .map(each => t(`transformation.${transformationKey(each)}`))
          .join(', '),
      };
    });
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
  const text = (id: 'job' | 'how', label: string): ColumnConfig<LinkRow> => ({
    id,
    label,
    isSortable: true,
    cell: row => <CellText title={row[id] || t('node.unknown')} />,
  });
  const end = (id: 'from' | 'to', label: string): ColumnConfig<LinkRow> => ({
    id,
    label,
    isRowHeader: id === 'from',
    isSortable: true,
    cell: ({ ends }) => (
      <Cell>
        {ends[id].column ?? t('link.whole')}
        <div className={styles.detail}>{ends[id].dataset}</div>
      </Cell>
    ),
  });
  const columns: ColumnConfig<LinkRow>[] = [
    end('from', t('table.column.from')),
    end('to', t('table.column.to')),
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
