/** Asks before a period is closed; an amended version wants its reason. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { ConfirmDialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { cleanText } from '@/lib/vi/text';

interface Props {
  number: number;
  /** Number of the report that is amended, or null for the first closing. */
  amends: number | null;
  running: boolean;
  busy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

export function CloseDialog({ number, amends, running, busy, onConfirm, onClose }: Props) {
  const { cell: t } = useText();
  const f = useFormat();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const needed = amends !== null && cleanText(reason) === '';
  return (
    <ConfirmDialog
      title={amends === null ? t.closeTitle(f.number(number)) : t.amendTitle(f.number(number), f.number(amends))}
      text={t.closeText}
      confirmLabel={amends === null ? t.close : t.closeAmended}
      busy={busy}
      onConfirm={() => {
        setTried(true);
        if (!needed) onConfirm(cleanText(reason));
      }}
      onClose={onClose}
    >
      {running ? (
        <Banner tone="warn" live="off">
          <p>{t.closeRunning}</p>
        </Banner>
      ) : null}
      {amends === null ? null : (
        <TextField
          label={t.amendReason}
          maxLength={500}
          value={reason}
          onInput={setReason}
          error={tried && needed ? t.amendReasonNeeded : null}
        />
      )}
    </ConfirmDialog>
  );
}
