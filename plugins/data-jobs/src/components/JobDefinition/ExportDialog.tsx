import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
  Text,
} from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { useText } from '../../hooks/useText';
import { CodeView } from '../CodeView';
import { LoadFailure } from '../LoadFailure';

/** The job as catalog YAML, to be put into Git. */
export function ExportDialog(props: {
  entityRef: string;
  onClose: () => void;
}) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const [copied, setCopied] = useState(false);
  const yaml = useQuery({
    queryKey: ['job', props.entityRef, 'yaml'],
    queryFn: ({ signal }) => api.exportJob(props.entityRef, { signal }),
  });
  return (
    <Dialog
      isOpen
      width={760}
      onOpenChange={isOpen => !isOpen && props.onClose()}
    >
      <DialogHeader>{t('definition.exportTitle')}</DialogHeader>
      <DialogBody>
        <Text as="p">{t('definition.exportHint')}</Text>
        {yaml.isPending && <Skeleton height={200} />}
        {yaml.error && (
          <LoadFailure
            title={t('insight.loadFailed')}
            error={yaml.error}
            onRetry={yaml.refetch}
          />
        )}
        {yaml.data !== undefined && (
          <CodeView
            value={yaml.data}
            language="yaml"
            label={t('definition.exportTitle')}
          />
        )}
      </DialogBody>
      <DialogFooter>
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
      </DialogFooter>
    </Dialog>
  );
}
