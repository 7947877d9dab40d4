import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Checkbox,
  Flex,
  Select,
  TextField,
} from '@backstage/ui';
import {
  LoadFailure,
  OpenDialog,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  JobDetail,
  JobSpec,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useSaveJob } from '../../hooks/useSaveJob';
import { useText } from '../../hooks/useText';
import { NextTimes } from './NextTimes';

const POLICIES = ['Forbid', 'Queue', 'Replace'] as const;

/** Changes the schedule of a job that the portal owns; shows what it means while one writes. */
export function ScheduleDialog(props: { job: JobDetail; onClose: () => void }) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const [job] = useState(props.job);
  const before = job.spec.schedule;
  const [cron, setCron] = useState(before?.cron ?? '0 2 * * *');
  const [timezone, setTimezone] = useState(
    before?.timezone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const [catchUp, setCatchUp] = useState(before?.catchUp ?? false);
  const [policy, setPolicy] = useState<(typeof POLICIES)[number]>(
    before?.concurrencyPolicy ?? 'Forbid',
  );
  const asked = { cron: cron.trim(), timezone: timezone.trim() || 'UTC' };
  const preview = useQuery({
    queryKey: queryKeys.schedulePreview(asked.cron, asked.timezone),
    queryFn: ({ signal }) =>
      api.previewSchedule({ ...asked, count: 5 }, { signal }),
    enabled: asked.cron !== '',
    placeholderData: previous => previous,
  });
  const save = useSaveJob(job, props.onClose);
  const saveWith = (schedule: JobSpec['schedule']) => {
    const { schedule: _old, ...rest } = job.spec;
    save.mutate({ spec: (schedule ? { ...rest, schedule } : rest) as JobSpec });
  };
  const problem = asked.cron ? preview.data?.problem : t('schedule.cronHint');
  return (
    <OpenDialog
      title={t('schedule.edit')}
      width={560}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="secondary" onPress={props.onClose}>
            {t('edit.cancel')}
          </Button>
          {before && (
            <Button
              variant="secondary"
              isPending={save.isPending}
              onPress={() => saveWith(undefined)}
            >
              {t('schedule.remove')}
            </Button>
          )}
          <Button
            variant="primary"
            isDisabled={problem !== undefined || !preview.data}
            isPending={save.isPending}
            onPress={() =>
              saveWith({ ...asked, catchUp, concurrencyPolicy: policy })
            }
          >
            {t('edit.save')}
          </Button>
        </>
      }
    >
      <Flex direction="column" gap="4">
        <TextField
          label={t('schedule.cron')}
          description={t('schedule.cronHint')}
          value={cron}
          onChange={setCron}
          isInvalid={problem !== undefined}
          autoComplete="off"
        />
        <TextField
          label={t('schedule.timezone')}
          description={t('schedule.timezoneHint')}
          value={timezone}
          onChange={setTimezone}
          autoComplete="off"
        />
        {problem ? (
          <Alert role="alert" status="danger" icon title={problem} />
        ) : (
          preview.data && (
            <NextTimes
              times={preview.data.next}
              timezone={preview.data.timezone}
            />
          )
        )}
        <Select
          label={t('schedule.overlap')}
          options={POLICIES.map(value => ({
            value,
            label: t(`schedule.policy.${value}`),
          }))}
          value={policy}
          onChange={key => setPolicy(key as typeof policy)}
        />
        <Checkbox isSelected={catchUp} onChange={setCatchUp}>
          {t('schedule.catchUp')}
        </Checkbox>
        {save.error && (
          <LoadFailure title={t('edit.failed')} error={save.error} />
        )}
      </Flex>
    </OpenDialog>
  );
}
