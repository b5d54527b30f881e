/** Adding a host by its address: the browser is asked in the very press, for exactly that host. */
import { useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { hostOfAddress } from '@/lib/model/host';
import type { HostEntry } from './host-list';
import { requestHost } from '@/components/hooks/request-host';
import { takeBack } from './use-granted';

type State = 'ready' | 'wrong' | 'there' | 'asking' | 'denied' | 'failed' | 'notSaved';

export function AddHostForm({ known }: { known: readonly HostEntry[] }) {
  const { sites: t, ui } = useText();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<State>('ready');
  const add = async () => {
    const host = hostOf(typed);
    if (host === null) return setState('wrong');
    const before = known.find((one) => one.host === host);
    if (before?.granted === true && (before.row !== null || before.required)) return setState('there');
    setState('asking');
    const answer = await requestHost(host);
    if (answer !== 'granted') return setState(answer);
    const reply = await act({ type: 'addHost', host });
    if (!reply.ok) {
      if (before?.granted !== true) await takeBack(host, { listed: before?.row != null });
      return setState('notSaved');
    }
    setState('ready');
    // What was typed meanwhile stays.
    setTyped((present) => (present === typed ? '' : present));
    toast('good', t.added(host));
  };
  return (
    <section class="card stack" aria-labelledby="add-site">
      <h2 id="add-site">{t.add}</h2>
      <p>{t.addText}</p>
      <TextField
        label={t.addField}
        hint={t.addHint}
        value={typed}
        maxLength={2_000}
        onInput={(value) => {
          setTyped(value);
          setState('ready');
        }}
        error={state === 'wrong' ? t.addWrong : state === 'there' ? t.addThere : null}
      />
      <div>
        <Button icon="plus" busy={state === 'asking'} onClick={() => void add()}>
          {t.addButton}
        </Button>
      </div>
      {state === 'asking' ? <p role="status">{t.asking}</p> : null}
      {state === 'denied' ? (
        <Banner tone="warn">
          <p>{t.denied}</p>
        </Banner>
      ) : null}
      {state === 'failed' || state === 'notSaved' ? (
        <Banner tone="bad" title={t.failed}>
          <p>{state === 'failed' ? t.askFailed : ui.errors.storage}</p>
        </Banner>
      ) : null}
    </section>
  );
}

/** An address as people copy it, with or without its beginning. */
function hostOf(typed: string): string | null {
  const text = typed.trim();
  return hostOfAddress(text) ?? (text.includes('://') ? null : hostOfAddress(`https://${text}`));
}
