import { ReactNode } from 'react';
import { Dialog, DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';

/**
 * A dialog that is open as long as it is there.
 *
 * @public
 */
export function OpenDialog(props: {
  title: string;
  /** Pixels. */
  width: number;
  /** Whether a click beside it closes it; default true. */
  isDismissable?: boolean;
  onClose: () => void;
  /** The buttons. */
  footer: ReactNode;
  children: ReactNode;
}) {
  const { title, width, isDismissable = true, onClose } = props;
  return (
    <Dialog
      isOpen
      width={width}
      isDismissable={isDismissable}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>{props.children}</DialogBody>
      <DialogFooter>{props.footer}</DialogFooter>
    </Dialog>
  );
}
