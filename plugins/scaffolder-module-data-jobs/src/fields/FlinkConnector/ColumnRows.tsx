import { Button, ButtonIcon, Text, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useText } from '../../api/useText';
import { ColumnValue } from '../../flinkConnectors/connectorValue';
import { FieldGroup } from '../../parts/FieldFrame';
import styles from '../../parts/parts.module.css';

/** Names and types of columns, one row each. */
export function ColumnRows(props: {
  columns: ColumnValue[];
  isOptional: boolean;
  isDisabled?: boolean;
  onChange(columns: ColumnValue[]): void;
}) {
  const { columns, isOptional, isDisabled, onChange } = props;
  const t = useText();
  const replace = (index: number, column: ColumnValue) =>
    onChange(columns.map((each, i) => (i === index ? column : each)));
  return (
    <FieldGroup title={t('connector.columns')}>
      {isOptional && (
        <Text color="secondary">{t('connector.columnsOptional')}</Text>
      )}
      {columns.map((column, index) => {
        const number = String(index + 1);
        return (
          <div className={styles.row} key={number}>
            <TextField
              aria-label={t('connector.columnName', { number })}
              value={column.name ?? ''}
              isDisabled={isDisabled}
              onChange={name => replace(index, { ...column, name })}
            />
            <TextField
              aria-label={t('connector.columnType', { number })}
              value={column.type ?? ''}
              isDisabled={isDisabled}
              placeholder="BIGINT"
              onChange={type => replace(index, { ...column, type })}
            />
            <ButtonIcon
              variant="secondary"
              icon={<RiDeleteBinLine />}
              aria-label={t('common.remove', {
                what: t('connector.column', { number }),
              })}
              isDisabled={isDisabled}
              onPress={() => onChange(columns.filter((_, i) => i !== index))}
            />
          </div>
        );
      })}
      <div>
        <Button
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={isDisabled}
          onPress={() =>
            onChange([
              ...columns,
              { name: columns.length === 0 ? 'id' : '', type: 'STRING' },
            ])
          }
        >
          {t('connector.addColumn')}
        </Button>
      </div>
    </FieldGroup>
  );
}
