/** A native modal dialog: focus goes in and comes back, Escape closes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '../i18n/base';
import { Button } from './Button';

export interface DialogProps {
  title: string;
  size?: 'normal' | 'wide';
  onClose: () => void;
  children?: ComponentChildren;
  /** Buttons of the bottom row, the safe one first. */
  actions?: ComponentChildren;
}

/** Shown while it is rendered: `{open && <Dialog …/>}`. */
export function Dialog(props: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // The browser gives the focus back only to a dialog that is closed while still in the page.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class="dialog"
      data-size={props.size}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== ref.current) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="stack">
        <h2 id={id}>{props.title}</h2>
        {props.children}
        {props.actions && <div class="dialog-foot">{props.actions}</div>}
      </div>
    </dialog>
  );
}

/** Asks before something that cannot be taken back easily. */
export function ConfirmDialog(props: {
  title: string;
  text: string;
  confirmLabel: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const text = useText();
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{text.ui.cancel}</Button>
          <Button kind={props.danger ? 'danger' : 'main'} busy={props.busy} onClick={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <p>{props.text}</p>
      {props.children}
    </Dialog>
  );
}
