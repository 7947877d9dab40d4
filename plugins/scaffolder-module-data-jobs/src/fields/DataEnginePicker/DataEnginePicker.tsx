import { Select, TextField } from '@backstage/ui';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { EngineStatus } from '@datalark/backstage-plugin-data-jobs-common';
import { useCallback, useEffect } from 'react';
import { useDataJobsApi } from '../../api/useDataJobsApi';
import { useLoaded } from '../../api/useLoaded';
import { Translate, useText } from '../../api/useText';
import { FieldFrame } from '../../parts/FieldFrame';

/** The name of an engine; `jobType` keeps to the engines that take such jobs. */
export const dataEnginePickerSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      jobType: z
        .string()
        .optional()
        .describe('spec.type of the job, such as flink-sql'),
    }),
});

/** Picks one of the configured engines and shows whether it can be reached. */
export function DataEnginePicker(props: typeof dataEnginePickerSchema.TProps) {
  const { formData, onChange, required, disabled, schema, uiSchema } = props;
  const jobType = uiSchema['ui:options']?.jobType;
  const t = useText();
  const api = useDataJobsApi();
  const engines = useLoaded(
    useCallback(
      async (signal: AbortSignal) =>
        (await api.listEngines({ signal })).filter(
          ({ capabilities }) =>
            !jobType || capabilities.jobTypes.includes(jobType),
        ),
      [api, jobType],
    ),
  );
  const only =
    engines.state === 'ok' && engines.value.length === 1
      ? engines.value[0].name
      : undefined;
  useEffect(() => {
    if (only && !formData) onChange(only);
  }, [only, formData, onChange]);
  const common = {
    label: schema.title ?? t('engine.label'),
    isRequired: required,
    isDisabled: disabled,
  };
  if (engines.state === 'failed') {
    return (
      <FieldFrame field={props}>
        <TextField
          {...common}
          value={formData ?? ''}
          onChange={value => onChange(value || undefined)}
          description={`${t('common.loadFailed', {
            message: engines.error.message,
          })} ${t('engine.byHand')}`}
        />
      </FieldFrame>
    );
  }
  const known = engines.state === 'ok' ? engines.value : [];
  const chosen = known.find(engine => engine.name === formData);
  return (
    <FieldFrame field={props}>
      <Select
        {...common}
        isDisabled={disabled || known.length === 0}
        options={known.map(engine => ({
          id: engine.name,
          label: engineText(engine, t),
        }))}
        value={chosen ? chosen.name : null}
        onChange={key => onChange(key === null ? undefined : String(key))}
        description={
          hint(engines.state === 'ok', known, jobType, t) ??
          chosen?.problems.map(({ message }) => message).join(' ')
        }
      />
    </FieldFrame>
  );
}

function hint(
  isLoaded: boolean,
  known: EngineStatus[],
  jobType: string | undefined,
  t: Translate,
): string | undefined {
  if (!isLoaded) return t('engine.loading');
  return known.length === 0
    ? t('engine.none', { type: jobType ?? '*' })
    : undefined;
}

function engineText(
  { name, title, reachable }: EngineStatus,
  t: Translate,
): string {
  const shown = { name: title ? `${title} – ${name}` : name };
  switch (reachable) {
    case 'yes':
      return t('engine.reachable', shown);
    case 'no':
      return t('engine.unreachable', shown);
    default:
      return t('engine.unknown', shown);
  }
}
