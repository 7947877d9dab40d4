import { Select, TextField } from '@backstage/ui';
import { useText } from '../../api/useText';
import { ConnectorOption } from '../../flinkConnectors/flinkConnectors';
import { SecretField } from '../../parts/SecretField';

/** One option of a connector, labelled with Flink's own name. */
export function ConnectorOptionField(props: {
  option: ConnectorOption;
  value: string;
  isDisabled?: boolean;
  onChange(value: string): void;
}) {
  const { option, value, isDisabled, onChange } = props;
  const t = useText();
  const common = {
    label: option.key,
    isRequired: option.required,
    isDisabled,
    description: option.help ? t(`connector.help.${option.help}`) : undefined,
  };
  switch (option.kind) {
    case 'secret':
      return (
        <SecretField
          label={option.key}
          isRequired={option.required}
          isDisabled={isDisabled}
          value={value}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          options={(option.choices ?? []).map(id => ({ id, label: id }))}
          value={value || null}
          onChange={key => onChange(key === null ? '' : String(key))}
        />
      );
    default:
      return (
        <TextField
          {...common}
          inputMode={option.kind === 'number' ? 'numeric' : undefined}
          value={value}
          onChange={onChange}
        />
      );
  }
}
