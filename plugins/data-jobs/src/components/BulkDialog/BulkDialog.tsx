import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, Flex, Skeleton, TextField } from '@backstage/ui';
import {
  LoadFailure,
  OpenDialog,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  BulkOperation,
  BulkPreview,
  BulkRequest,
  BulkVerb,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dataJobsApiRef } from '../../api/dataJobsApiRef';
import { queryKeys } from '../../hooks/queryKeys';
import { useText } from '../../hooks/useText';
import { BulkPreviewList } from './BulkPreviewList';

type BulkDialogProps = {
  verb: BulkVerb;
  target: Pick<BulkRequest, 'targets' | 'query'>;
  onRequested: (bulk: BulkOperation) => void;
  onClose: () => void;
};

/** Says what a verb would do to each job that is chosen, and asks once. */
export function BulkDialog(props: BulkDialogProps) {
  const t = useText();
  const api = useApi(dataJobsApiRef);
  const client = useQueryClient();
  // What was chosen when the dialog opened, whatever the list does meanwhile.
  const [target] = useState(props.target);
  const [withSavepoint, setWithSavepoint] = useState(true);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { verb } = props;
  const request: BulkRequest = {
    verb,
    ...target,
    ...(verb === 'stop' && { params: { withSavepoint } }),
  };
  const preview = useQuery({
    queryKey: queryKeys.bulkPreview(request),
    queryFn: ({ signal }) => api.previewBulk(request, { signal }),
    gcTime: 0,
  });
  const losing = losingCount(preview.data);
  const ask = useMutation({
    mutationFn: (shown: BulkPreview) =>
      api.requestBulk({
        verb,
        params: request.params,
        // What was shown is what is asked for, whatever matches by now.
        targets: shown.items
          .filter(one => one.verdict === 'accepted')
          .map(({ entityRef, environment }) => ({ entityRef, environment })),
        ...(reason.trim() && { reason: reason.trim() }),
        ...(losing && { acceptStateLoss: true }),
      }),
    onSuccess: bulk => {
      client.invalidateQueries({ queryKey: queryKeys.allJobs() });
      props.onRequested(bulk);
    },
  });
  const accepted = preview.data?.accepted ?? 0;
  const name = t(`verb.${verb}.name`);
  return (
    <OpenDialog
      title={t('bulk.title', { verb: name })}
      width={720}
      isDismissable={false}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="secondary" onPress={props.onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            variant="primary"
            destructive={losing > 0}
            isPending={ask.isPending}
            isDisabled={
              accepted === 0 || (losing > 0 && typed.trim() !== String(losing))
            }
            onPress={() => preview.data && ask.mutate(preview.data)}
          >
            {t('bulk.confirm', { verb: name, count: accepted })}
          </Button>
        </>
      }
    >
      <Flex direction="column" gap="4">
        {verb === 'stop' && (
          <Checkbox isSelected={withSavepoint} onChange={setWithSavepoint}>
            {t('bulk.withSavepoint')}
          </Checkbox>
        )}
        {preview.isPending && (
          <div role="status" aria-label={t('preview.loading')}>
            <Skeleton width="100%" height={160} />
          </div>
        )}
        {preview.error && (
          <LoadFailure
            title={t('bulk.previewFailed')}
            error={preview.error}
            onRetry={preview.refetch}
          />
        )}
        {preview.data && <BulkPreviewList preview={preview.data} />}
        {accepted > 0 && (
          <TextField
            label={t('dialog.reason')}
            description={t('dialog.reasonHint')}
            value={reason}
            onChange={setReason}
          />
        )}
        {losing > 0 && (
          <TextField
            label={t('bulk.typeCount', { count: losing })}
            value={typed}
            onChange={setTyped}
          />
        )}
        {ask.error && (
          <LoadFailure title={t('dialog.refused')} error={ask.error} />
        )}
      </Flex>
    </OpenDialog>
  );
}

function losingCount(preview: BulkPreview | undefined): number {
  return preview?.items.filter(one => one.losesState).length ?? 0;
}
