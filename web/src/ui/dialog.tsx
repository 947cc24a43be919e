/** Windows over the page: in the middle, or as a sheet from the side. Focus stays inside and returns afterwards. */
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useWords } from "../i18n";
import { CloseIcon } from "./icons";
import { Button, IconButton } from "./kit";

interface DialogProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  side?: boolean;
  wide?: boolean;
  children: ReactNode;
}

export function Dialog({ title, open, onClose, side, wide, children }: DialogProps) {
  const { t } = useWords();
  return (
    <ModalOverlay className={`veil${side ? " from-side" : ""}`} isOpen={open} onOpenChange={(now) => now || onClose()} isDismissable>
      <Modal className={`window${side ? " sheet" : ""}${wide ? " wide" : ""}`}>
        <AriaDialog className="window-body">
          <div className="window-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t.app.close} onPress={onClose}>
              <CloseIcon />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  confirm: ReactNode;
  danger?: boolean;
  busy?: boolean;
  children: ReactNode;
}

export function Confirm({ title, open, onClose, onConfirm, confirm, danger, busy, children }: ConfirmProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      {children}
      <div className="window-actions">
        <Button onPress={onClose}>{t.app.cancel}</Button>
        <Button look={danger ? "danger" : "primary"} onPress={onConfirm} isPending={busy ?? false}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
