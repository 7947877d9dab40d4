import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, TextField } from '@backstage/ui';
import {
  errorText,
  LoadFailure,
  OpenDialog,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  DefinitionProblem,
  JobDetail,
  JobSpec,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useMutation } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { useLineageGate } from '../../hooks/useLineageGate';
import { useSaveJob } from '../../hooks/useSaveJob';
import { useText } from '../../hooks/useText';
import { definitionText, withDefinitionText } from '../../logic/definitionText';
import { isGateOpen } from '../../logic/lineageGate';
import { CodeEditor } from '../CodeView/CodeEditor';
import { DefinitionProblems } from '../DefinitionProblems';
import { FlinkSqlEditor } from '../FlinkSqlEditor';
import { LineageChange } from '../LineageChange';

/** Writes a new version of a job that the portal owns. */
export function EditDialog(props: { job: JobDetail; onClose: () => void }) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  // What is edited does not change under one's hands when the job is looked at again.
  const [job] = useState(props.job);
  const [original] = useState(() => definitionText(job.spec));
  const [text, setText] = useState(original.text);
  const [message, setMessage] = useState('');
  const [malformed, setMalformed] = useState<string>();
  const [gate, onLineage] = useLineageGate();

  const check = useMutation({
    mutationFn: (spec: JobSpec) =>
      api.validateJob({ name: job.name, namespace: job.namespace, spec }),
  });
  const save = useSaveJob(job, props.onClose);
  const saveAs = (spec: JobSpec, deploy: boolean) =>
    save.mutate({
      spec,
      deploy,
      ...(message.trim() && { message: message.trim() }),
    });
  // What was said about another text is not said about this one.
  const forget = () => {
    check.reset();
    save.reset();
    setMalformed(undefined);
  };
  const edit = (next: string) => {
    setText(next);
    forget();
  };
  const withSpec = (act: (spec: JobSpec) => void) => {
    try {
      forget();
      act(withDefinitionText(job.spec, text));
    } catch (error) {
      setMalformed(t('edit.invalidJson', { message: errorText(error) }));
    }
  };
  const Editor =
    original.language === 'flink-sql' ? FlinkSqlEditor : CodeEditor;
  const unchanged = text === original.text;
  return (
    <OpenDialog
      title={t('edit.title')}
      width={900}
      isDismissable={false}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="secondary" onPress={props.onClose}>
            {t('edit.cancel')}
          </Button>
          <Button
            variant="secondary"
            isPending={check.isPending}
            onPress={() => withSpec(spec => check.mutate(spec))}
          >
            {t('edit.validate')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={unchanged}
            isPending={save.isPending}
            onPress={() => withSpec(spec => saveAs(spec, false))}
          >
            {t('edit.save')}
          </Button>
          <Button
            variant="primary"
            isDisabled={unchanged || !isGateOpen(gate, message)}
            isPending={save.isPending}
            onPress={() => withSpec(spec => saveAs(spec, true))}
          >
            {t('edit.saveDeploy')}
          </Button>
        </>
      }
    >
      <Flex direction="column" gap="4">
        <Editor value={text} onChange={edit} label={t('edit.editor')} />
        <TextField
          label={t('edit.message')}
          isRequired={gate === 'reason'}
          description={
            gate === 'reason' || gate === 'approval'
              ? t(`edit.review.${gate}`)
              : undefined
          }
          value={message}
          onChange={setMessage}
          autoComplete="off"
        />
        {malformed && (
          <Alert role="alert" status="danger" icon title={malformed} />
        )}
        {check.data && <CheckResult problems={check.data.problems} />}
        {(save.error || check.error) && (
          <LoadFailure
            title={t('edit.failed')}
            error={save.error ?? check.error}
          />
        )}
        <LineageChange
          job={job}
          after={unchanged ? undefined : specOf(job, text)}
          deployedVersion={job.deployments[0]?.deployedVersion}
          onState={onLineage}
        />
      </Flex>
    </OpenDialog>
  );
}

/** The spec with this text; undefined while it is not well-formed. */
function specOf(job: JobDetail, text: string): JobSpec | undefined {
  try {
    return withDefinitionText(job.spec, text);
  } catch {
    return undefined;
  }
}

function CheckResult({ problems }: { problems: DefinitionProblem[] }) {
  const t = useText();
  if (problems.length === 0) {
    return (
      <Alert role="status" status="success" icon title={t('edit.valid')} />
    );
  }
  return (
    <Alert
      role="status"
      status={
        problems.some(({ severity }) => severity === 'error')
          ? 'danger'
          : 'warning'
      }
      icon
      title={t('edit.problems', { count: problems.length })}
      description={<DefinitionProblems problems={problems} />}
    />
  );
}
