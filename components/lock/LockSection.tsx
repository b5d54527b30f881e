/** In the settings: whether the notebook is locked, and everything that can be changed about it. */
import { useEffect, useState } from 'preact/hooks';
import { askBackground } from '../hooks/ask-background';
import { extensionApi } from '../hooks/extension';
import { act } from '../hooks/use-actions';
import { useStore } from '../hooks/use-store';
import { useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { ChangeDialog } from './ChangeDialog';
import { SwitchOffDialog } from './SwitchOffDialog';
import { SwitchOnDialog } from './SwitchOnDialog';

const MINUTES = [1, 5, 15, 30, 60];

export function LockSection({ minutes }: { minutes: number }) {
  const store = useStore();
  const { lock: t } = useText();
  const [asking, setAsking] = useState<'on' | 'off' | 'change' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (store === null) return null;
  const close = (done: string | null) => {
    setAsking(null);
    setSaid(done);
    store.refresh();
  };
  return (
    <section class="card stack" aria-labelledby="lock-title">
      <h2 id="lock-title">{t.title}</h2>
      {said !== null ? <Banner tone="good" title={said} onClose={() => setSaid(null)} /> : null}
      <p>{store.info.lock === 'off' ? t.offText : t.onText}</p>
      <p class="soft small">{t.limits}</p>
      {store.info.lock === 'off' ? (
        <div>
          <Button icon="lock" onClick={() => setAsking('on')}>
            {t.switchOn}
          </Button>
        </div>
      ) : (
        <>
          <Away minutes={minutes} />
          <div class="cluster">
            <Button icon="lock" onClick={() => void askBackground({ type: 'lockNow' })}>
              {t.lockNow}
            </Button>
            <Button onClick={() => setAsking('change')}>{t.change}</Button>
            <Button kind="quiet" onClick={() => setAsking('off')}>
              {t.switchOff}
            </Button>
          </div>
        </>
      )}
      {asking === 'on' ? <SwitchOnDialog onClose={close} /> : null}
      {asking === 'off' ? <SwitchOffDialog onClose={close} /> : null}
      {asking === 'change' ? <ChangeDialog onClose={close} /> : null}
    </section>
  );
}

/** After how long, and whether the browser may tell that the person has left. */
function Away({ minutes }: { minutes: number }) {
  const { lock: t } = useText();
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    let left = false;
    extensionApi()
      ?.permissions?.contains({ permissions: ['idle'] })
      .then(
        (yes) => left || setAllowed(yes),
        () => {},
      );
    return () => void (left = true);
  }, []);
  const choices = [...new Set([...MINUTES, minutes])].sort((a, b) => a - b);
  return (
    <>
      <SelectField
        label={t.minutes}
        hint={t.minutesHint}
        value={String(minutes)}
        options={choices.map((count) => ({ value: String(count), label: t.minutesOption(String(count)) }))}
        onChange={(value) => void act({ type: 'saveSettings', patch: { lockAfterMinutes: Number(value) } })}
      />
      {allowed === false ? (
        <div class="stack-tight">
          <p class="small">{t.withoutIdle}</p>
          <div>
            <Button
              size="small"
              onClick={() =>
                void extensionApi()
                  ?.permissions?.request({ permissions: ['idle'] })
                  .then(setAllowed, () => {})
              }
            >
              {t.allowIdle}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
