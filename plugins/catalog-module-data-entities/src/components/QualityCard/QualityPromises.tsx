import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText, type ColumnConfig, Table, Text } from '@backstage/ui';
import type { QualitySla } from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';

type Row = Omit<QualitySla, 'id'> & { id: string };

/** What a Quality promises about the service around the data. */
export function QualityPromises({ sla }: { sla: QualitySla[] }) {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const columnConfig: ColumnConfig<Row>[] = [
    {
      id: 'promise',
      label: t('quality.promise'),
      isRowHeader: true,
      cell: row => (
        <CellText title={row.property} description={row.description} />
      ),
    },
    {
      id: 'value',
      label: t('quality.value'),
      cell: row => (
        <CellText title={[row.value, row.unit].filter(Boolean).join(' ')} />
      ),
    },
    {
      id: 'element',
      label: t('quality.element'),
      cell: row => <CellText title={row.element ?? ''} />,
    },
  ];
  return (
    <section aria-label={t('quality.sla')}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('quality.sla')}
      </Text>
      <Table
        columnConfig={columnConfig}
        data={sla.map((row, index) => ({ ...row, id: String(index) }))}
        pagination={{ type: 'none' }}
      />
    </section>
  );
}
