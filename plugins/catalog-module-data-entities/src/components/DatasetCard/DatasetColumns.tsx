import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CellText,
  type ColumnConfig,
  Flex,
  SearchField,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import type { DatasetColumn } from '@datalark/backstage-plugin-data-entities-common';
import { useMemo } from 'react';
import { dataEntitiesTranslationRef } from '../../translation';

type Row = DatasetColumn & { id: string };

const PAGE = 20;

const matches = (row: Row, search: string) =>
  [row.name, row.type, row.description, ...(row.tags ?? [])].some(text =>
    text?.toLocaleLowerCase().includes(search.toLocaleLowerCase()),
  );

/** The declared columns of a Dataset; searchable and paged when there are many. */
export function DatasetColumns({ columns }: { columns: DatasetColumn[] }) {
  const { t } = useTranslationRef(dataEntitiesTranslationRef);
  const data = useMemo(
    () => columns.map((column, index) => ({ ...column, id: String(index) })),
    [columns],
  );
  const { tableProps, search } = useTable<Row>({
    mode: 'complete',
    data,
    searchFn: (rows, text) => rows.filter(row => matches(row, text)),
    paginationOptions: { pageSize: PAGE },
  });
  const nullable = (column: DatasetColumn) => {
    if (column.nullable === undefined) {
      return column.primaryKey ? t('value.no') : t('value.unknown');
    }
    return column.nullable ? t('value.yes') : t('value.no');
  };
  const columnConfig: ColumnConfig<Row>[] = [
    {
      id: 'name',
      label: t('dataset.column'),
      isRowHeader: true,
      cell: row => (
        <CellText
          title={row.name}
          description={row.primaryKey ? t('dataset.primaryKey') : undefined}
        />
      ),
    },
    {
      id: 'type',
      label: t('dataset.type'),
      cell: row => <CellText title={row.type} />,
    },
    {
      id: 'nullable',
      label: t('dataset.nullable'),
      cell: row => <CellText title={nullable(row)} />,
    },
    {
      id: 'description',
      label: t('dataset.description'),
      cell: row => <CellText title={row.description ?? ''} />,
    },
    {
      id: 'tags',
      label: t('dataset.tags'),
      cell: row => <CellText title={row.tags?.join(', ') ?? ''} />,
    },
  ];
  const few = columns.length <= PAGE;
  return columns.length === 0 ? (
    <Text color="secondary">{t('dataset.columnsNone')}</Text>
  ) : (
    <Flex direction="column" gap="2">
      {!few && (
        <SearchField
          aria-label={t('dataset.searchColumns')}
          placeholder={t('dataset.searchColumns')}
          size="small"
          {...search}
        />
      )}
      <Table
        {...tableProps}
        columnConfig={columnConfig}
        pagination={few ? { type: 'none' } : tableProps.pagination}
      />
    </Flex>
  );
}
