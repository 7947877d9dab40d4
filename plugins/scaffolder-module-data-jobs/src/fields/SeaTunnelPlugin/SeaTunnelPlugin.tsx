import { Select, Text } from '@backstage/ui';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import {
  JsonObject,
  JsonValue,
  dataSourceTypes,
  formFields,
  optionCatalog,
  optionsFromDataSource,
  pluginLabel,
} from '@datalark/seatunnel-config';
import { useMemo } from 'react';
import { useText } from '../../api/useText';
import { FieldFrame, FieldGroup } from '../../parts/FieldFrame';
import { MoreOptions } from '../../parts/MoreOptions';
import styles from '../../parts/parts.module.css';
import { DataSourceSelect } from './DataSourceSelect';
import { OptionField } from './OptionField';
import { pluginProblems } from './pluginProblems';

/** A plugin of SeaTunnel and its options. */
export const seaTunnelPluginSchema = makeFieldSchema({
  output: z =>
    z.object({
      plugin: z.string().optional(),
      options: z.record(z.any()).optional(),
    }),
  uiOptions: z =>
    z.object({
      kind: z
        .enum(['source', 'transform', 'sink'])
        .optional()
        .describe('Which plugins are offered'),
    }),
});

/** A form for one plugin, made from the options that its jar declares. */
export function SeaTunnelPlugin(props: typeof seaTunnelPluginSchema.TProps) {
  const { formData = {}, onChange, required, disabled, schema } = props;
  const t = useText();
  const { language } = useApi(appLanguageApiRef).getLanguage();
  const kind = props.uiSchema['ui:options']?.kind ?? 'source';
  const { plugin } = formData;
  const options: JsonObject = formData.options ?? {};
  const choices = useMemo(
    () =>
      optionCatalog.plugins
        .filter(each => each.kind === kind)
        .map(({ name }) => ({
          id: name,
          label: nameForPeople(
            name,
            pluginLabel({ kind, plugin: name }, language),
          ),
        }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [kind, language],
  );
  const fields = plugin
    ? formFields({ kind, plugin }, options, { language }).filter(
        field => field.visible,
      )
    : [];
  const basic = fields.filter(({ group }) => group === 'basic');
  const advanced = fields.filter(({ group }) => group === 'advanced');
  const types = plugin ? dataSourceTypes({ kind, plugin }) : [];
  const setOption = (key: string, value: JsonValue | undefined) => {
    const { [key]: _, ...others } = options;
    onChange({
      plugin,
      options: value === undefined ? others : { ...others, [key]: value },
    });
  };
  const toField = (field: (typeof fields)[number]) => (
    <OptionField
      key={`${plugin}.${field.key}`}
      field={field}
      isDisabled={disabled}
      onChange={value => setOption(field.key, value)}
    />
  );
  const problems =
    Object.keys(options).length > 0
      ? pluginProblems({ ...formData, options }, kind)
      : [];
  return (
    <FieldFrame field={props}>
      <FieldGroup title={schema.title ?? t(`plugin.${kind}`)}>
        <Select
          label={t(`plugin.${kind}`)}
          search
          isRequired={required}
          isDisabled={disabled}
          options={choices}
          value={plugin ?? null}
          onChange={key => {
            if (key !== null && key !== plugin) {
              onChange({ plugin: String(key), options: {} });
            }
          }}
        />
        {plugin && types.length > 0 && (
          <DataSourceSelect
            key={plugin}
            types={types}
            isDisabled={disabled}
            onChoose={({ spec }) =>
              onChange({
                plugin,
                options: {
                  ...options,
                  ...optionsFromDataSource({ kind, plugin }, spec),
                },
              })
            }
          />
        )}
        {basic.map(toField)}
        <MoreOptions key={`${plugin}.more`} count={advanced.length}>
          {() => advanced.map(toField)}
        </MoreOptions>
        <div role="status">
          {problems.length > 0 && (
            <ul className={styles.problems}>
              {problems.map(problem => (
                <li key={problem}>
                  <Text color="danger">{problem}</Text>
                </li>
              ))}
            </ul>
          )}
        </div>
      </FieldGroup>
    </FieldFrame>
  );
}

/** SeaTunnel's own name stays visible: it is the one in its documentation. */
function nameForPeople(name: string, label: string): string {
  return label.toLowerCase().includes(name.toLowerCase())
    ? label
    : `${label} (${name})`;
}
