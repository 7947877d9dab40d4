import { useState } from 'react';
import { Dialog, DialogHeader } from '@backstage/ui';
import {
  DEFAULT_ENVIRONMENT,
  Operation,
} from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { OperationDialogBody } from './OperationDialogBody';
import { VerbDialogForm } from './VerbDialogForm';
import { VerbRequest } from './VerbDialogProvider';

/** Asks for what a verb needs to know; then shows how it gets on. */
export function VerbDialog(props: {
  request: VerbRequest;
  onRequested: (operation: Operation) => void;
  onClose: () => void;
}) {
  const t = useText();
  const { verb, job } = props.request;
  const [operation, setOperation] = useState<Operation>();
  const texts = {
    verb: t(`verb.${verb}.name`),
    job: job.title ?? job.name,
    environment: job.deployment.environment,
  };
  return (
    <Dialog
      isOpen
      width={operation ? 720 : 560}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && props.onClose()}
    >
      <DialogHeader>
        {job.deployment.environment === DEFAULT_ENVIRONMENT
          ? t('dialog.title', texts)
          : t('dialog.titleEnvironment', texts)}
      </DialogHeader>
      {operation ? (
        <OperationDialogBody operation={operation} onClose={props.onClose} />
      ) : (
        <VerbDialogForm
          request={props.request}
          onClose={props.onClose}
          onRequested={requested => {
            setOperation(requested);
            props.onRequested(requested);
          }}
        />
      )}
    </Dialog>
  );
}
