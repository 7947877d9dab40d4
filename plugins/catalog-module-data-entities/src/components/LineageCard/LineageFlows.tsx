import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  type ColumnConfig,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import type { LineageEntity } from '@datalark/backstage-plugin-data-entities-common';
import { useMemo } from 'react';
import { dataEntitiesTranslationRef } from '../../translation';
import { EntityRefs } from '../EntityRefs';
import { type FlowEnd, type LineageRow, lineageRows } from './lineageRows';

const PAGE = 20;

/** The flows of a Lineage, down to columns. */
export function LineageFlows({ entity }: { entity: LineageEntity }) {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const data = useMemo(() => lineageRows(entity), [entity]);
  const { tableProps } = useTable<LineageRow>({
    mode: 'complete',
    data,
    paginationOptions: { pageSize: PAGE },
  });
  const end = (value: FlowEnd) => {
    if (value === 'ownJob') {
      return <CellText title={t('lineage.ownJob')} />;
    }
    return 'ref' in value ? (
      <Cell>
        <EntityRefs refs={[value.ref]} of={entity} defaultKind={value.kind} />
      </Cell>
    ) : (
      <CellText title={value.name} description={value.namespace} />
    );
  };
  const columnConfig: ColumnConfig<LineageRow>[] = [
    {
      id: 'target',
      label: t('lineage.target'),
      isRowHeader: true,
      cell: row => end(row.target),
    },
    {
      id: 'targetColumn',
      label: t('lineage.targetColumn'),
      cell: row => (
        <CellText title={row.targetColumn ?? t('lineage.wholeTarget')} />
      ),
    },
    {
      id: 'input',
      label: t('lineage.input'),
      cell: row =>
        row.input ? (
          end(row.input)
        ) : (
          <CellText title={t('lineage.isSource')} color="secondary" />
        ),
    },
    {
      id: 'inputColumn',
      label: t('lineage.inputColumn'),
      cell: row => <CellText title={row.inputColumn ?? ''} />,
    },
    {
      id: 'how',
      label: t('lineage.how'),
      cell: row => (
        <CellText
          title={[
            ...row.how,
            ...(row.masked ? [t('lineage.masked')] : []),
          ].join('; ')}
        />
      ),
    },
  ];
  return (
    <section aria-label={t('lineage.entries')}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('lineage.entries')}
      </Text>
      <Table
        {...tableProps}
        columnConfig={columnConfig}
        pagination={
          data.length > PAGE ? tableProps.pagination : { type: 'none' }
        }
      />
    </section>
  );
}
