/** Shown instead of every view while the store is locked: the passphrase, and what to do when it is forgotten. */
import './lock.css';
import { useEffect, useState } from 'preact/hooks';
import type { LockRecord } from '@/lib/model/lock';
import { toBase64 } from '@/lib/lock';
import { askBackground } from '../hooks/ask-background';
import { useAppearance } from '../hooks/use-appearance';
import { useLook } from '../hooks/use-look';
import { useTitle } from '../hooks/use-title';
import { LanguageProvider, useFormat, useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button, LinkButton } from '../ui/Button';
import { Checkbox } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Progress } from '../ui/Progress';
import { PassphraseField } from './PassphraseField';
import { openLock } from './keys';
import { usePause } from './use-pause';

export interface UnlockProps {
  /** Stands in for the worker in tests. */
  open?: (record: LockRecord, passphrase: string) => Promise<Uint8Array | null>;
}

export function UnlockView(props: UnlockProps) {
  const look = useLook();
  useAppearance(look ?? { theme: 'auto', largeText: false, language: 'vi' });
  useTitle(look?.neutral ?? true, look?.language ?? 'vi');
  if (look === null) return null;
  return (
    <LanguageProvider language={look.language} neutral={look.neutral}>
      <main class="page page-narrow">
        <Unlock {...props} />
      </main>
    </LanguageProvider>
  );
}

function Unlock({ open = openLock }: UnlockProps) {
  const { lock: t, ui } = useText();
  const f = useFormat();
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<'wrong' | 'damaged' | 'failed' | null>(null);
  const pause = usePause();
  useEffect(() => document.querySelector<HTMLInputElement>('.unlock input')?.focus(), []);

  const unlock = async () => {
    if (busy || pause.seconds > 0 || passphrase === '') return;
    setBusy(true);
    setFailure(null);
    setFailure(await tryOpen());
    setBusy(false);
  };
  const tryOpen = async () => {
    const asked = await askBackground<LockRecord | null>({ type: 'getLock' });
    if (!asked.ok) return 'failed';
    if (asked.value === null) return 'damaged';
    const key = await open(asked.value, passphrase).catch(() => undefined);
    if (key === undefined) return 'failed';
    if (key === null) {
      await pause.failed();
      return 'wrong';
    }
    const reply = await askBackground({ type: 'unlock', key: toBase64(key) });
    if (!reply.ok) return reply.code === 'invalid' ? 'wrong' : 'failed';
    await pause.succeeded();
    return null;
  };

  return (
    <form
      class="card stack unlock"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <div class="unlock-head">
        <Icon name="lock" />
        <h1>{t.locked}</h1>
      </div>
      <p>{t.lockedText}</p>
      <PassphraseField
        label={t.passphrase}
        kind="current-password"
        value={passphrase}
        shown={shown}
        onInput={setPassphrase}
      />
      <Checkbox label={t.show} checked={shown} onChange={setShown} />
      {failure === 'wrong' ? (
        <Banner tone="bad" title={t.wrong}>
          <p>{pause.seconds > 0 ? t.wait(f.number(pause.seconds)) : t.wrongHint}</p>
        </Banner>
      ) : null}
      {failure === 'failed' ? <Banner tone="bad" title={ui.errors.storage} /> : null}
      {failure === 'damaged' ? <Banner tone="bad" title={t.damaged} /> : null}
      {busy ? <Progress label={t.working} /> : null}
      <div>
        <Button kind="main" submit busy={busy} disabled={pause.seconds > 0 || passphrase === ''}>
          {t.unlock}
        </Button>
      </div>
      <details>
        <summary>{t.forgotten}</summary>
        <div class="stack">
          <p>{t.forgottenText}</p>
          <div>
            <LinkButton href="rescue.html">{t.toRescue}</LinkButton>
          </div>
        </div>
      </details>
    </form>
  );
}
