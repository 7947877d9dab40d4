import { Checkbox, Radio, RadioGroup, Select, TextField } from '@backstage/ui';
import { useTimeFormat } from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  Snapshot,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { useVersions } from '../../hooks/useVersions';
import { canSavepoint, VerbForm, VerbFormContext } from '../../logic/verbForm';
import { VerbRequest } from './VerbDialogProvider';

type ChoiceProps = {
  form: VerbForm;
  context: VerbFormContext;
  onChange: (part: Partial<VerbForm>) => void;
};

/** The fields that a verb needs. */
export function VerbChoices(
  props: ChoiceProps & {
    request: VerbRequest;
    deployment: Deployment;
    snapshots: Snapshot[];
    snapshotsPending: boolean;
    /** What becomes of the state is asked for elsewhere in the dialog. */
    isChoiceForced: boolean;
  },
) {
  const t = useText();
  const { form, context, onChange } = props;
  switch (props.request.verb) {
    case 'deploy':
    case 'rollback':
      return <VersionChoices {...props} />;
    case 'stop':
      return canSavepoint(context) ? <StopChoice {...props} /> : null;
    case 'restart':
    case 'delete':
      return canSavepoint(context) ? (
        <Checkbox
          isSelected={form.withSavepoint}
          onChange={withSavepoint => onChange({ withSavepoint })}
        >
          {t('dialog.withSavepoint')}
        </Checkbox>
      ) : null;
    case 'restore':
      return <SnapshotChoice {...props} />;
    default:
      return null;
  }
}

function StopChoice({ form, onChange }: ChoiceProps) {
  const t = useText();
  const mode = () => {
    if (!form.withSavepoint) return 'plain';
    return form.drain ? 'drain' : 'savepoint';
  };
  return (
    <RadioGroup
      label={t('dialog.stopMode.label')}
      value={mode()}
      onChange={value =>
        onChange({
          withSavepoint: value !== 'plain',
          drain: value === 'drain',
          typedName: '',
        })
      }
    >
      <Radio value="savepoint">{t('dialog.stopMode.savepoint')}</Radio>
      <Radio value="drain">{t('dialog.stopMode.drain')}</Radio>
      <Radio value="plain">{t('dialog.stopMode.plain')}</Radio>
    </RadioGroup>
  );
}

function VersionChoices(
  props: ChoiceProps & {
    request: VerbRequest;
    deployment: Deployment;
    isChoiceForced: boolean;
  },
) {
  const t = useText();
  const { form, context, onChange, deployment } = props;
  const { job, verb } = props.request;
  const { data: versions } = useVersions(job.entityRef, job.latestVersion);
  const offered = (versions ?? []).filter(
    ({ version }) =>
      verb === 'deploy' || version !== deployment.deployedVersion,
  );
  const value =
    form.version ?? (verb === 'deploy' ? job.latestVersion : undefined);
  return (
    <>
      {(verb === 'rollback' || job.latestVersion > 1) && (
        <Select
          label={t('dialog.version')}
          isRequired={verb === 'rollback'}
          options={offered.map(({ version, message }) => ({
            value: String(version),
            label: [
              t('definition.version', { version: String(version) }),
              message,
            ]
              .filter(Boolean)
              .join(': '),
          }))}
          value={value === undefined ? null : String(value)}
          onChange={key => onChange({ version: Number(key), typedName: '' })}
        />
      )}
      {deployment.deployedVersion !== undefined &&
        !props.isChoiceForced &&
        context.processing === 'streaming' && (
          <>
            <Checkbox
              isSelected={form.clean}
              onChange={clean => onChange({ clean, typedName: '' })}
            >
              {t('dialog.clean')}
            </Checkbox>
            {!form.clean && <NonRestoredChoice {...props} />}
          </>
        )}
    </>
  );
}

function SnapshotChoice(
  props: ChoiceProps & { snapshots: Snapshot[]; snapshotsPending: boolean },
) {
  const t = useText();
  const format = useTimeFormat();
  const { form, context, onChange, snapshots } = props;
  return (
    <>
      <Select
        label={t('dialog.snapshot')}
        isDisabled={snapshots.length === 0}
        description={
          snapshots.length === 0
            ? t(
                props.snapshotsPending
                  ? 'dialog.snapshotLoading'
                  : 'dialog.snapshotNone',
              )
            : undefined
        }
        options={snapshots.map(snapshot => ({
          value: snapshot.id,
          label: [
            t(`snapshotKind.${snapshot.kind}`),
            format.absolute(snapshot.createdAt),
            snapshot.version === undefined
              ? undefined
              : t('definition.version', { version: String(snapshot.version) }),
          ]
            .filter(Boolean)
            .join(', '),
        }))}
        value={form.snapshot || null}
        onChange={key =>
          onChange({ snapshot: String(key), location: '', typedName: '' })
        }
      />
      {context.capabilities?.restoreFromLocation && (
        <TextField
          label={t('dialog.location')}
          description={t('dialog.locationHint')}
          value={form.location}
          onChange={location => onChange({ location, typedName: '' })}
          autoComplete="off"
        />
      )}
      <NonRestoredChoice {...props} />
    </>
  );
}

function NonRestoredChoice({ form, onChange }: ChoiceProps) {
  const t = useText();
  return (
    <Checkbox
      isSelected={form.allowNonRestoredState}
      onChange={allowNonRestoredState => onChange({ allowNonRestoredState })}
    >
      {t('dialog.allowNonRestored')}
    </Checkbox>
  );
}
