import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  DialogBody,
  DialogFooter,
  Skeleton,
  TextField,
} from '@backstage/ui';
import { LoadFailure } from '@datalark/backstage-plugin-data-entities-react';
import {
  Deployment,
  JobDetail,
  JobSummary,
  Operation,
  Snapshot,
  Verb,
  mayBeLive,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../../hooks/useText';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { useDeploymentQuery } from '../../hooks/useDeploymentQuery';
import { useEngines } from '../../hooks/useEngines';
import { useOperationPreview } from '../../hooks/useOperationPreview';
import { useJob } from '../../hooks/useJob';
import { useLineageGate } from '../../hooks/useLineageGate';
import { useRefreshJob } from '../../hooks/useRefreshJob';
import { isGateOpen } from '../../logic/lineageGate';
import { losesState, stateConsequence } from '../../logic/stateConsequence';
import {
  initialVerbForm,
  VerbForm,
  VerbFormContext,
  verbParams,
} from '../../logic/verbForm';
import { PromotionDiff } from '../JobEnvironments/PromotionDiff';
import { LineageChange } from '../LineageChange';
import { CompatibilityText, StateChoice, VerbPreview } from '../VerbPreview';
import { ConsequenceText } from './ConsequenceText';
import { VerbChoices } from './VerbChoices';
import { VerbPurpose } from './VerbPurpose';
import { VerbRequest } from './VerbDialogProvider';
import styles from './VerbDialog.module.css';

type FormProps = {
  request: VerbRequest;
  onRequested: (operation: Operation) => void;
  onClose: () => void;
};

/** Loads what the form has to know, then shows it. */
export function VerbDialogForm(props: FormProps) {
  const t = useText();
  const { job, verb } = props.request;
  const detail = useJob(job.entityRef);
  const engines = useEngines();
  const snapshots = useDeploymentQuery(
    'listSnapshots',
    { entityRef: job.entityRef, environment: job.deployment.environment },
    { enabled: verb === 'restore' },
  );
  if (detail.error && !detail.data) {
    return (
      <DialogBody>
        <LoadFailure
          title={t('job.loadFailed')}
          error={detail.error}
          onRetry={detail.refetch}
        />
      </DialogBody>
    );
  }
  if (!detail.data || engines.isPending) {
    return (
      <DialogBody>
        <Skeleton width="100%" height={120} />
      </DialogBody>
    );
  }
  const known =
    snapshots.data?.status === 'ok' ? snapshots.data.value : undefined;
  return (
    <LoadedForm
      {...props}
      detail={detail.data}
      snapshots={known ?? []}
      snapshotsPending={verb === 'restore' && snapshots.isPending}
      capabilities={
        engines.data?.find(engine => engine.name === job.deployment.engine)
          ?.capabilities
      }
    />
  );
}

function LoadedForm(
  props: FormProps & {
    detail: JobDetail;
    snapshots: Snapshot[];
    snapshotsPending: boolean;
    capabilities: VerbFormContext['capabilities'];
  },
) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const refresh = useRefreshJob();
  const { verb, job, preset } = props.request;
  const deployment = currentDeployment(props.detail, job);
  const context: VerbFormContext = {
    runs: mayBeLive(deployment.observation.state),
    processing: props.detail.processing,
    upgradeMode: props.detail.spec.upgradeMode ?? 'savepoint',
    capabilities: props.capabilities,
    preset: preset ?? previousVersion(verb, deployment),
  };
  const [form, setForm] = useState(() => initialVerbForm(context));
  const [gate, onLineage] = useLineageGate();
  const change = (part: Partial<VerbForm>) =>
    setForm({
      ...form,
      // Another version is no longer that of the other environment.
      ...('version' in part && { promoteFrom: undefined }),
      ...part,
    });
  const params = verbParams(verb, form, context);
  const consequence = stateConsequence({
    verb,
    params,
    processing: context.processing,
    upgradeMode: context.upgradeMode,
    deployment,
    restorePoint: props.detail.restorePoints[deployment.environment],
    chosen: props.snapshots.find(({ id }) => id === params.snapshot),
  });
  const isMissing =
    (verb === 'restore' && params.snapshot === undefined) ||
    (verb === 'rollback' && params.version === undefined);
  const preview = useOperationPreview(
    {
      entityRef: job.entityRef,
      environment: deployment.environment,
      verb,
      params,
    },
    { enabled: !isMissing },
  );
  // Without a preview what the page knows has to do.
  const word =
    preview.data && !preview.error
      ? preview.data.confirmation?.word
      : (verb === 'delete' || losesState(consequence)) && job.name;
  const verdict = preview.data?.compatibility?.verdict;
  const mustChoose = verdict !== undefined && verdict !== 'compatible';
  const request = useMutation({
    mutationFn: () =>
      api.requestOperation({
        entityRef: job.entityRef,
        environment: deployment.environment,
        verb,
        params,
        ...(form.reason.trim() && { reason: form.reason.trim() }),
        ...(word && { confirm: form.typedName }),
      }),
    onSuccess: operation => {
      refresh(job.entityRef);
      props.onRequested(operation);
    },
  });
  const complete =
    !isMissing &&
    consequence.kind !== 'noneToResume' &&
    !preview.isPending &&
    !preview.isPlaceholderData &&
    !preview.data?.choiceNeeded &&
    isGateOpen(gate, form.reason) &&
    (!word || form.typedName === word);

  return (
    <>
      <DialogBody>
        <form
          id="data-jobs-verb"
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            if (complete && !request.isPending) request.mutate();
          }}
        >
          <VerbPurpose
            verb={verb}
            job={job}
            deployment={deployment}
            version={form.version}
          />
          <VerbChoices
            request={props.request}
            deployment={deployment}
            form={form}
            context={context}
            snapshots={props.snapshots}
            snapshotsPending={props.snapshotsPending}
            isChoiceForced={mustChoose}
            onChange={change}
          />
          {mustChoose && preview.data?.compatibility && (
            <>
              <div role="alert">
                <CompatibilityText compatibility={preview.data.compatibility} />
              </div>
              <StateChoice verb={verb} form={form} onChange={change} />
            </>
          )}
          {!preview.data?.choiceNeeded && (
            <ConsequenceText consequence={consequence} />
          )}
          {form.promoteFrom && form.version !== undefined && (
            <PromotionDiff
              isFirst={deployment.deployedVersion === undefined}
              entityRef={job.entityRef}
              environment={deployment.environment}
              version={form.version}
            />
          )}
          {!isMissing && <VerbPreview query={preview} />}
          {word && (
            <TextField
              label={t('dialog.typeName', { name: word })}
              value={form.typedName}
              onChange={typedName => change({ typedName })}
              autoComplete="off"
            />
          )}
          <TextField
            label={t('dialog.reason')}
            isRequired={gate === 'reason'}
            description={
              gate === 'reason' || gate === 'approval'
                ? t(`edit.review.${gate}`)
                : t('dialog.reasonHint')
            }
            value={form.reason}
            onChange={reason => change({ reason })}
            autoComplete="off"
          />
          {request.error && (
            <LoadFailure title={t('dialog.refused')} error={request.error} />
          )}
          {(verb === 'deploy' || verb === 'rollback') && (
            <LineageChange
              job={job}
              after={otherVersion(
                form.version ?? job.latestVersion,
                deployment,
              )}
              deployedVersion={deployment.deployedVersion}
              onState={onLineage}
            />
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button
          type="submit"
          form="data-jobs-verb"
          variant="primary"
          destructive={Boolean(word)}
          isDisabled={!complete}
          isPending={request.isPending}
        >
          {request.isPending ? t('dialog.sending') : t(`verb.${verb}.name`)}
        </Button>
      </DialogFooter>
    </>
  );
}

/** A roll back means the version before, unless somebody chose another. */
function previousVersion(verb: Verb, deployment: Deployment) {
  const version = (deployment.deployedVersion ?? 0) - 1;
  return verb === 'rollback' && version > 0 ? { version } : undefined;
}

/** A first deployment changes no lineage that runs. */
function otherVersion(version: number, { deployedVersion }: Deployment) {
  return deployedVersion === undefined || version === deployedVersion
    ? undefined
    : version;
}

function currentDeployment(detail: JobDetail, job: JobSummary) {
  return (
    detail.deployments.find(
      one => one.environment === job.deployment.environment,
    ) ?? job.deployment
  );
}
