import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Skeleton, Text } from '@backstage/ui';
import {
  LoadFailure,
  OpenDialog,
} from '@datalark/backstage-plugin-data-entities-react';
import { JobDetail } from '@datalark/backstage-plugin-data-jobs-common';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useText } from '../../hooks/useText';
import { saveText } from '../../saveText';
import { LazyCodeView } from '../CodeView';
import { HandOver } from './HandOver';

/** The job as catalog YAML, to be put into Git. */
export function ExportDialog(props: { job: JobDetail; onClose: () => void }) {
  const t = useText();
  const { entityRef } = props.job;
  const api = useApi(dataJobsApiRef);
  const [copied, setCopied] = useState(false);
  const yaml = useQuery({
    queryKey: queryKeys.yaml(entityRef),
    queryFn: ({ signal }) => api.exportJob(entityRef, { signal }),
  });
  return (
    <OpenDialog
      title={t('definition.exportTitle')}
      width={760}
      onClose={props.onClose}
      footer={
        <>
          <Button
            variant="secondary"
            isDisabled={yaml.data === undefined}
            onPress={() =>
              saveText('catalog-info.yaml', yaml.data ?? '', 'text/yaml')
            }
          >
            {t('handOver.download')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={yaml.data === undefined}
            onPress={async () => {
              await navigator.clipboard.writeText(yaml.data ?? '');
              setCopied(true);
            }}
          >
            {copied ? t('definition.copied') : t('definition.copy')}
          </Button>
          <Button variant="primary" onPress={props.onClose}>
            {t('dialog.close')}
          </Button>
        </>
      }
    >
      <Text as="p">{t('definition.exportHint')}</Text>
      {yaml.isPending && <Skeleton width="100%" height={200} />}
      {yaml.error && (
        <LoadFailure
          title={t('insight.loadFailed')}
          error={yaml.error}
          onRetry={yaml.refetch}
        />
      )}
      {yaml.data !== undefined && (
        <LazyCodeView
          value={yaml.data}
          language="yaml"
          label={t('definition.exportTitle')}
        />
      )}
      <HandOver job={props.job} />
    </OpenDialog>
  );
}
