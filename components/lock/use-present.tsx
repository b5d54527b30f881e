/** The present passphrase, asked before the lock is changed: the field, and the key it opens. */
import { useState } from 'preact/hooks';
import type { LockRecord } from '@/lib/model/lock';
import { askBackground } from '../hooks/ask-background';
import { useText } from '../i18n';
import { PassphraseField } from './PassphraseField';
import { openLock } from './keys';

export function usePresent() {
  const { lock: t } = useText();
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState(false);
  return {
    /** Null when it is wrong, which the field then says. @throws when the worker fails */
    open: async (): Promise<Uint8Array | null> => {
      setWrong(false);
      const asked = await askBackground<LockRecord | null>({ type: 'getLock' });
      const key = asked.ok && asked.value !== null ? await openLock(asked.value, value) : null;
      setWrong(key === null);
      return key;
    },
    field: (
      <PassphraseField
        label={t.present}
        kind="current-password"
        value={value}
        shown={false}
        onInput={setValue}
        error={wrong ? t.wrong : null}
      />
    ),
  };
}
