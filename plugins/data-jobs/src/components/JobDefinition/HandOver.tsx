import { useApi } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import { Button, Text } from '@backstage/ui';
import {
  LoadFailure,
  RelativeTime,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  JobDetail,
  jobUpdatePermission,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useText } from '../../hooks/useText';

/** How a portal-owned job gets to be Git's, and the step that lets it. */
export function HandOver({ job }: { job: JobDetail }) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const client = useQueryClient();
  const { allowed, loading } = useEntityPermission(jobUpdatePermission);
  const handOver = useMutation({
    mutationFn: (toGit: boolean) => api.handOverJob(job.entityRef, toGit),
    onSuccess: changed =>
      client.setQueryData(queryKeys.job(job.entityRef), changed),
  });
  const { handedOverAt } = job;
  return (
    <section aria-label={t('handOver.title')}>
      <Text as="h3" variant="title-x-small">
        {t('handOver.title')}
      </Text>
      <ol>
        <li>{t('handOver.commit')}</li>
        <li>{t('handOver.register')}</li>
        <li>{t('handOver.allow')}</li>
      </ol>
      {handedOverAt && (
        <Text as="p">
          {t('handOver.waiting', { when: <RelativeTime iso={handedOverAt} /> })}
        </Text>
      )}
      <Button
        variant="secondary"
        size="small"
        isDisabled={!allowed}
        isPending={handOver.isPending}
        onPress={() => handOver.mutate(!handedOverAt)}
      >
        {handedOverAt ? t('handOver.keep') : t('handOver.do')}
      </Button>
      {!loading && !allowed && (
        <Text as="p" color="secondary">
          {t('why.notAllowed')}
        </Text>
      )}
      {handOver.error && (
        <LoadFailure title={t('handOver.failed')} error={handOver.error} />
      )}
    </section>
  );
}
