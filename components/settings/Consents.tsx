/** What the person agreed to, when and in which words, and the way to withdraw it. */
import { useState } from 'preact/hooks';
import { CONSENT_ITEMS, type Consent, type ConsentItem } from '@/lib/model/consent';
import { useAction } from '../hooks/use-actions';
import { useFormat, useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button, LinkButton } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';

export function Consents({ consents }: { consents: readonly Consent[] }) {
  const text = useText();
  const [asking, setAsking] = useState<ConsentItem | null>(null);
  const { run, status, clear } = useAction();
  const withdraw = async (item: ConsentItem) => {
    const reply = await run({ type: 'withdrawConsent', item });
    if (reply.ok) setAsking(null);
  };
  return (
    <section class="card stack" aria-labelledby="consents">
      <h2 id="consents">{text.settings.consents}</h2>
      <ul class="settings-lines">
        {CONSENT_ITEMS.map((item) => (
          <OneConsent
            key={item}
            item={item}
            last={consents.findLast((consent) => consent.item === item) ?? null}
            onWithdraw={() => {
              clear();
              setAsking(item);
            }}
          />
        ))}
      </ul>
      {asking !== null && (
        <ConfirmDialog
          title={text.settings.withdrawTitle}
          text={text.settings.withdrawText}
          confirmLabel={text.settings.withdraw}
          danger
          busy={status.state === 'busy'}
          onConfirm={() => void withdraw(asking)}
          onClose={() => setAsking(null)}
        >
          <p>{text.welcome.consents[asking].label}</p>
          {status.state === 'failed' && (
            <Banner tone="bad">
              <p>{text.ui.errors[status.code]}</p>
            </Banner>
          )}
        </ConfirmDialog>
      )}
    </section>
  );
}

function OneConsent({ item, last, onWithdraw }: { item: ConsentItem; last: Consent | null; onWithdraw: () => void }) {
  const text = useText();
  const format = useFormat();
  const standing = last !== null && last.withdrawnAt === null;
  const { settings } = text;
  return (
    <li>
      <div class="spread">
        <div>
          <h3>{text.welcome.consents[item].label}</h3>
          <p class="settings-state" data-given={standing ? '' : undefined}>
            {last === null
              ? settings.consentNone
              : last.withdrawnAt === null
                ? settings.consentSince(format.instant(last.givenAt))
                : settings.consentWithdrawn(format.instant(last.withdrawnAt))}
          </p>
        </div>
        {standing ? (
          <Button kind="danger" size="small" onClick={onWithdraw}>
            {settings.withdraw}
            <span class="unseen">: {text.welcome.consents[item].label}</span>
          </Button>
        ) : (
          <LinkButton href="#/welcome">{settings.give}</LinkButton>
        )}
      </div>
      {last && (
        <details class="small">
          <summary>{settings.consentShownText}</summary>
          <p class="settings-words" lang={last.language}>
            {last.text}
          </p>
        </details>
      )}
    </li>
  );
}
