import { Select } from '@backstage/ui';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { useText } from '../../api/useText';
import {
  choose,
  setOption,
  visibleOptions,
} from '../../flinkConnectors/connectorValue';
import {
  findConnector,
  flinkConnectors,
} from '../../flinkConnectors/flinkConnectors';
import { FieldFrame, FieldGroup } from '../../parts/FieldFrame';
import { MoreOptions } from '../../parts/MoreOptions';
import { ColumnRows } from './ColumnRows';
import { ConnectorOptionField } from './ConnectorOptionField';

/** A connector, its options, and the columns of the table. */
export const flinkConnectorSchema = makeFieldSchema({
  output: z =>
    z.object({
      connector: z.string().optional(),
      options: z.record(z.string()).optional(),
      columns: z
        .array(
          z.object({
            name: z.string().optional(),
            type: z.string().optional(),
          }),
        )
        .optional(),
    }),
  uiOptions: z =>
    z.object({
      role: z
        .enum(['source', 'sink'])
        .optional()
        .describe('Which connectors and options are offered'),
    }),
});

/** A form for one of Flink SQL's connectors. */
export function FlinkConnector(props: typeof flinkConnectorSchema.TProps) {
  const { formData = {}, onChange, required, disabled, schema } = props;
  const t = useText();
  const role = props.uiSchema['ui:options']?.role ?? 'source';
  const connector = findConnector(formData.connector);
  const options = formData.options ?? {};
  const visible = connector ? visibleOptions(connector, role, options) : [];
  const advanced = visible.filter(option => option.advanced);
  const field = (option: (typeof visible)[number]) => (
    <ConnectorOptionField
      key={option.key}
      option={option}
      value={options[option.key] ?? ''}
      isDisabled={disabled}
      onChange={text => onChange(setOption(formData, role, option.key, text))}
    />
  );
  return (
    <FieldFrame field={props}>
      <FieldGroup title={schema.title ?? t('connector.label')}>
        <Select
          label={t('connector.label')}
          isRequired={required}
          isDisabled={disabled}
          options={flinkConnectors
            .filter(each => each.roles.includes(role))
            .map(each => ({
              id: each.name,
              label: t(`connector.name.${each.name}`),
            }))}
          value={connector ? connector.name : null}
          onChange={key => {
            const chosen = findConnector(String(key));
            if (chosen) onChange(choose(chosen, role, formData));
          }}
        />
        {visible.filter(option => !option.advanced).map(field)}
        <MoreOptions key={formData.connector} count={advanced.length}>
          {() => advanced.map(field)}
        </MoreOptions>
        {connector && (
          <ColumnRows
            columns={formData.columns ?? []}
            isOptional={role === 'sink'}
            isDisabled={disabled}
            onChange={columns => onChange({ ...formData, columns })}
          />
        )}
      </FieldGroup>
    </FieldFrame>
  );
}
