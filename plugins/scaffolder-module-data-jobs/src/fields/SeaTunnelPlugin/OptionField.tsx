import { Select, TextAreaField, TextField } from '@backstage/ui';
import { FormField, JsonValue } from '@datalark/seatunnel-config';
import { useState } from 'react';
import { Translate, useText } from '../../api/useText';
import { SecretField } from '../../parts/SecretField';
import styles from '../../parts/parts.module.css';
import { optionOfText, textOfOption } from './optionText';

/** One option of a plugin. */
export function OptionField(props: {
  field: FormField;
  isDisabled?: boolean;
  onChange(value: JsonValue | undefined): void;
}) {
  const { field, isDisabled, onChange } = props;
  const t = useText();
  const [draft, setDraft] = useState<string>();
  const stored = textOfOption(field, field.value);
  // A list that ends in a line break, or JSON on its way, must not be written anew under the user's hands.
  const text =
    draft !== undefined &&
    textOfOption(field, optionOfText(field, draft)) === stored
      ? draft
      : stored;
  const write = (next: string) => {
    setDraft(next);
    onChange(optionOfText(field, next));
  };
  const common = {
    label: field.label,
    secondaryLabel: field.label === field.key ? undefined : field.key,
    isRequired: field.required,
    isDisabled,
    description: describe(field, t),
  };
  switch (field.kind) {
    case 'secret':
      return (
        <SecretField
          label={field.label}
          isRequired={field.required}
          isDisabled={isDisabled}
          value={text}
          onChange={write}
        />
      );
    case 'boolean':
    case 'choice':
      return (
        <Select
          {...common}
          options={choicesOf(field, t)}
          value={text || null}
          placeholder={placeholder(field, t)}
          onChange={key => write(key === null ? '' : String(key))}
        />
      );
    case 'multiline':
    case 'list':
    case 'map':
    case 'structure':
      return (
        <TextAreaField
          {...common}
          className={styles.mono}
          rows={field.kind === 'list' ? 2 : 4}
          value={text}
          placeholder={placeholder(field, t)}
          onChange={write}
        />
      );
    default:
      return (
        <TextField
          {...common}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          value={text}
          placeholder={placeholder(field, t)}
          onChange={write}
        />
      );
  }
}

function choicesOf(field: FormField, t: Translate) {
  if (field.kind === 'boolean') {
    return [
      { id: 'true', label: t('plugin.yes') },
      { id: 'false', label: t('plugin.no') },
    ];
  }
  return (field.choices ?? []).map(id => ({ id, label: id }));
}

function placeholder(field: FormField, t: Translate): string | undefined {
  if (field.default === undefined) return undefined;
  if (field.kind === 'boolean') {
    return t('plugin.byDefault', {
      value: t(field.default === true ? 'plugin.yes' : 'plugin.no'),
    });
  }
  return t('plugin.byDefault', {
    value: textOfOption(field, field.default),
  });
}

function describe(field: FormField, t: Translate): string | undefined {
  const parts = [
    field.description && asSentence(field.description),
    field.example && t('plugin.example', { example: field.example }),
    field.kind === 'list' && t('plugin.list'),
    ['map', 'structure'].includes(field.kind) && t('plugin.unlike'),
    field.alternatives &&
      field.alternatives.length > 1 &&
      t('plugin.oneOf', { options: field.alternatives.join(', ') }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** The descriptions of the jars seldom end as sentences do. */
function asSentence(text: string): string {
  return /[.!?。！？]$/.test(text) ? text : `${text}.`;
}
