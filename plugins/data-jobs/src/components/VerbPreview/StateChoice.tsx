import { Radio, RadioGroup } from '@backstage/ui';
import { Verb } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { VerbForm } from '../../logic/verbForm';

/** The choice that is forced when the state may not fit. */
export function StateChoice(props: {
  verb: Verb;
  form: VerbForm;
  onChange: (part: Partial<VerbForm>) => void;
}) {
  const t = useText();
  const { verb, form, onChange } = props;
  const value = () => {
    if (form.clean) return 'clean';
    if (form.allowNonRestoredState) return 'drop';
    return form.acceptRisk ? 'restore' : null;
  };
  return (
    <RadioGroup
      label={t('preview.choice.label')}
      description={t('preview.choice.needed')}
      isRequired
      value={value()}
      onChange={choice =>
        onChange({
          clean: choice === 'clean',
          allowNonRestoredState: choice === 'drop',
          acceptRisk: choice === 'restore',
          typedName: '',
        })
      }
    >
      <Radio value="restore">{t('preview.choice.restore')}</Radio>
      <Radio value="drop">{t('preview.choice.drop')}</Radio>
      {verb !== 'restore' && (
        <Radio value="clean">{t('preview.choice.clean')}</Radio>
      )}
    </RadioGroup>
  );
}
