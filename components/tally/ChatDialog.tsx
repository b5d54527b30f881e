/** The tally as a short text for a group chat: seen, changed at will, copied; it names nobody. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { chatText } from '@/lib/formats';
import type { Tally } from '@/lib/model/tally';

export function ChatDialog({ tally, onClose }: { tally: Tally; onClose: () => void }) {
  const { cell: t, ui } = useText();
  const [text, setText] = useState(() => chatText(tally));
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <Dialog
      title={t.chat}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.close}</Button>
          <Button kind="main" onClick={() => void copy()}>
            {t.chatCopy}
          </Button>
        </>
      }
    >
      <p>{t.chatText}</p>
      <TextField label={t.chatField} lines value={text} onInput={setText} />
      {copied === null ? null : (
        <Banner tone={copied ? 'good' : 'warn'}>
          <p>{copied ? t.chatCopied : t.chatNotCopied}</p>
        </Banner>
      )}
    </Dialog>
  );
}
