import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { LoadFailure } from '@datalark/backstage-plugin-data-entities-react';
import { openCount, useBulk } from '../../hooks/useBulk';
import { useText } from '../../hooks/useText';
import { BulkProgressDialog } from './BulkProgressDialog';

/** How a bulk request gets on; its id is in the address, so it survives a reload. */
export function BulkNotice(props: {
  id: string;
  /** It was asked for a moment ago; the button that did is gone, so the focus comes here. */
  isNew: boolean;
  onForget: () => void;
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { data: bulk, error, refetch } = useBulk(props.id);
  if (error && !bulk) {
    return (
      <LoadFailure
        title={t('bulk.loadFailed')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!bulk) return null;
  const { succeeded, failed, refused, canceled } = bulk.counts;
  const open = openCount(bulk);
  const bad = failed + refused + canceled;
  const ended = bad > 0 ? 'warning' : 'success';
  return (
    <>
      <Alert
        role="status"
        icon
        status={open > 0 ? 'info' : ended}
        title={t('bulk.progress', {
          verb: t(`verb.${bulk.verb}.name`),
          done: String(succeeded),
          failed: String(bad),
          open: String(open),
        })}
        customActions={
          <>
            <Button
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={props.isNew}
              variant="secondary"
              size="small"
              onPress={() => setOpen(true)}
            >
              {t('bulk.watch')}
            </Button>
            <Button variant="tertiary" size="small" onPress={props.onForget}>
              {t('bulk.forget')}
            </Button>
          </>
        }
      />
      {isOpen && (
        <BulkProgressDialog bulk={bulk} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
