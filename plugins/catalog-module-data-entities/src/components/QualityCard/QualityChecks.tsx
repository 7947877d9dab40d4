import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CellText,
  type ColumnConfig,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import type { QualityCheck } from '@datalark/backstage-plugin-data-entities-common';
import { dataEntitiesTranslationRef } from '../../translation';
import { expectationOf, subjectOf } from './expectation';

const PAGE = 20;

/** The checks of a Quality: what is measured and what the result must be. */
export function QualityChecks({ checks }: { checks: QualityCheck[] }) {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const { tableProps } = useTable<QualityCheck>({
    mode: 'complete',
    data: checks,
    paginationOptions: { pageSize: PAGE },
  });
  const expected = (check: QualityCheck): string => {
    const expectation = expectationOf(check);
    switch (expectation.is) {
      case 'comparison':
        return expectation.text;
      case 'between':
      case 'notBetween':
        return t(`quality.${expectation.is}`, {
          low: expectation.low,
          high: expectation.high,
        });
      case 'byEngine':
        return t('quality.byEngine', { engine: expectation.engine });
      default:
        return t(`quality.${expectation.is}`);
    }
  };
  const columnConfig: ColumnConfig<QualityCheck>[] = [
    {
      id: 'check',
      label: t('quality.check'),
      isRowHeader: true,
      cell: check => (
        <CellText
          title={check.name ?? check.id}
          description={
            check.enabled === false ? t('quality.disabled') : undefined
          }
        />
      ),
    },
    {
      id: 'what',
      label: t('quality.what'),
      cell: check => (
        <CellText
          title={subjectOf(check)}
          description={check.type === 'text' ? undefined : check.description}
        />
      ),
    },
    {
      id: 'expectation',
      label: t('quality.expectation'),
      cell: check => <CellText title={expected(check)} />,
    },
    {
      id: 'severity',
      label: t('quality.severity'),
      cell: check => (
        <CellText title={t(`quality.${check.severity ?? 'error'}`)} />
      ),
    },
    {
      id: 'blocking',
      label: t('quality.blocking'),
      cell: check => (
        <CellText title={check.blocking ? t('value.yes') : t('value.no')} />
      ),
    },
  ];
  return (
    <section aria-label={t('quality.checks')}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('quality.checks')}
      </Text>
      {checks.length === 0 ? (
        <Text color="secondary">{t('quality.checksNone')}</Text>
      ) : (
        <Table
          {...tableProps}
          columnConfig={columnConfig}
          pagination={
            checks.length > PAGE ? tableProps.pagination : { type: 'none' }
          }
        />
      )}
    </section>
  );
}
