import { useEffect, useRef } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  JobSummary,
  Operation,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { isFinal, useOperation } from '../../hooks/useOperation';
import { useRefreshJob } from '../../hooks/useRefreshJob';

/**
 * Follows an operation to its end, refreshes what it has changed, and says how
 * it ended, unless (`silent`) the dialog in front says it already.
 */
export function OperationWatcher(props: {
  operation: Operation;
  job: JobSummary;
  silent: boolean;
  onEnd: (id: string) => void;
}) {
  const t = useText();
  const toastApi = useApi(toastApiRef);
  const refresh = useRefreshJob();
  const { data: operation } = useOperation(props.operation.id, props.operation);
  const silent = useRef(props.silent);
  silent.current = props.silent;
  const { job, onEnd } = props;
  const ended = operation && isFinal(operation);

  useEffect(() => {
    if (!operation || !ended) return;
    refresh(job.entityRef);
    if (!silent.current) {
      const texts = {
        name: t(`verb.${operation.verb}.name`),
        done: t(`verb.${operation.verb}.done`),
        job: job.title ?? job.name,
      };
      if (operation.state === 'succeeded') {
        toastApi.post({
          title: t('dialog.toast.succeeded', texts),
          status: 'success',
          timeout: 6000,
        });
      } else if (operation.state === 'failed') {
        toastApi.post({
          title: t('dialog.toast.failed', texts),
          description: operation.error?.message,
          status: 'danger',
        });
      } else {
        toastApi.post({
          title: t('dialog.toast.canceled', texts),
          status: 'info',
          timeout: 6000,
        });
      }
    }
    onEnd(operation.id);
    // Only the end of the operation matters, not later changes of texts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended]);
  return null;
}
