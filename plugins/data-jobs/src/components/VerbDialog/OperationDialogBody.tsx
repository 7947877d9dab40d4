import { Button, DialogBody, DialogFooter } from '@backstage/ui';
import { Operation } from '@datalark/backstage-plugin-data-jobs-common';
import { useText } from '../../hooks/useText';
import { isFinal, useOperation } from '../../hooks/useOperation';
import { OperationOutcome } from '../Operation';
import { NextStep } from '../VerbPreview';

/** The operation that the dialog has asked for, until its end. */
export function OperationDialogBody(props: {
  operation: Operation;
  onClose: () => void;
}) {
  const t = useText();
  const { data } = useOperation(props.operation.id, props.operation);
  const operation = data ?? props.operation;
  return (
    <>
      <DialogBody>
        <OperationOutcome operation={operation} />
        <NextStep operation={operation} />
      </DialogBody>
      <DialogFooter>
        {/* The button that had the focus is gone with the form. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Button autoFocus variant="secondary" onPress={props.onClose}>
          {isFinal(operation) ? t('dialog.close') : t('dialog.closeRunning')}
        </Button>
      </DialogFooter>
    </>
  );
}
