import { useState } from 'react';
import { Alert, Button, Checkbox, Text, TextAreaField } from '@backstage/ui';
import {
  EntityLink,
  errorText,
  OpenDialog,
} from '@datalark/backstage-plugin-data-entities-react';
import {
  ImpactQuery,
  ImpactReport,
} from '@datalark/backstage-plugin-data-lineage-common';
import { useNotifyOwners } from '../../hooks/useImpact';
import { useText } from '../../hooks/useText';
import styles from './ImpactReport.module.css';

/** Writes one message to every owner, once the viewer has seen to whom. */
export function NotifyDialog(props: {
  query: ImpactQuery;
  report: ImpactReport;
  onClose(): void;
}) {
  const t = useText();
  const { query, report, onClose } = props;
  const [message, setMessage] = useState('');
  const [isSure, setIsSure] = useState(false);
  const notify = useNotifyOwners(query);
  const owners = report.owners.flatMap(({ owner }) => owner ?? []);
  const sent = notify.data;
  return (
    <OpenDialog
      title={t('notify.title')}
      width={560}
      isDismissable={false}
      onClose={onClose}
      footer={
        sent ? (
          <Button variant="primary" onPress={onClose}>
            {t('notify.close')}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onPress={onClose}>
              {t('notify.cancel')}
            </Button>
            <Button
              variant="primary"
              isDisabled={!isSure || message.trim() === ''}
              isPending={notify.isPending}
              onPress={() => notify.mutate(message.trim())}
            >
              {t('notify.send', { count: owners.length })}
            </Button>
          </>
        )
      }
    >
      {sent ? (
        <Alert
          role="status"
          status="success"
          icon
          title={t('notify.sent', { count: sent.owners.length })}
          description={
            sent.withoutOwner > 0
              ? t('notify.withoutOwner', { count: sent.withoutOwner })
              : undefined
          }
        />
      ) : (
        <>
          <Text as="p">{t('notify.to')}</Text>
          <ul>
            {owners.map(owner => (
              <li key={owner}>
                <EntityLink entityRef={owner} />
              </li>
            ))}
          </ul>
          <TextAreaField
            label={t('notify.message')}
            description={t('notify.messageHint')}
            isRequired
            rows={5}
            value={message}
            onChange={setMessage}
          />
          <div className={styles.sure}>
            <Checkbox isSelected={isSure} onChange={setIsSure}>
              {t('notify.sure', { count: owners.length })}
            </Checkbox>
          </div>
          {notify.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              mt="3"
              title={t('notify.failed')}
              description={errorText(notify.error)}
            />
          )}
        </>
      )}
    </OpenDialog>
  );
}
