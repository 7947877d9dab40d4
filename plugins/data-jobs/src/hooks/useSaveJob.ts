import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  JobDetail,
  JobSpec,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useMutation } from '@tanstack/react-query';
import { dataJobsApiRef } from '../api/dataJobsApiRef';
import { useRefreshJob } from './useRefreshJob';
import { useText } from './useText';

/** Writes a new version of a job that the portal owns, and says so. */
export function useSaveJob(job: JobDetail, onSaved: () => void) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const toastApi = useApi(toastApiRef);
  const refresh = useRefreshJob();
  return useMutation({
    mutationFn: (change: {
      spec: JobSpec;
      deploy?: boolean;
      message?: string;
    }) =>
      api.updateJob(job.entityRef, {
        title: job.title,
        description: job.description,
        ...change,
      }),
    onSuccess: result => {
      refresh(job.entityRef);
      toastApi.post({
        title: t('edit.saved', { version: String(result.job.latestVersion) }),
        status: 'success',
        timeout: 6000,
      });
      onSaved();
    },
  });
}
