/** The first-run screen: one page to read, two boxes that nobody ticked beforehand, and the decision recorded word for word. */
import './welcome.css';
import { useState } from 'preact/hooks';
import { CONSENT_ITEMS, type Consent, type ConsentItem } from '@/lib/model/consent';
import type { ErrorCode } from '@/lib/protocol';
import { listConsents } from '@/lib/tracker';
import { act } from '../hooks/use-actions';
import { useDb } from '../hooks/use-db';
import { useLiveQuery } from '../hooks/use-live-query';
import { useFormat, useLanguage, useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button, LinkButton } from '../ui/Button';
import { Checkbox } from '../ui/Field';

const NONE: Record<ConsentItem, boolean> = { ownPoints: false, cellLists: false, meetingLists: false };

export function WelcomeView() {
  const db = useDb();
  const text = useText().welcome;
  const consents = useLiveQuery(() => listConsents(db), [db]);
  return (
    <article class="welcome stack-wide page-narrow">
      <header class="stack">
        <h1 tabIndex={-1}>{text.title}</h1>
        <p class="welcome-lead">{text.lead}</p>
      </header>
      <div class="welcome-lists">
        <section class="stack-tight">
          <h2>{text.readsTitle}</h2>
          <ul class="welcome-list">
            {text.reads.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section class="stack-tight">
          <h2>{text.neverTitle}</h2>
          <ul class="welcome-list" data-never="">
            {text.never.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
      <section class="stack-tight">
        <h2>{text.sensitiveTitle}</h2>
        <p>{text.sensitive}</p>
      </section>
      <section class="stack-tight">
        <h2>{text.storedTitle}</h2>
        <p>{text.stored}</p>
      </section>
      <p class="welcome-not">{text.notAffiliated}</p>
      {consents.value !== undefined && <Decision consents={consents.value} />}
    </article>
  );
}

/** The last consent for an item that still holds. */
export function standingConsent(consents: readonly Consent[], item: ConsentItem): Consent | null {
  return consents.findLast((consent) => consent.item === item && consent.withdrawnAt === null) ?? null;
}

type Step =
  | { state: 'asking' }
  | { state: 'empty' }
  | { state: 'busy' }
  | { state: 'given' }
  | { state: 'failed'; code: ErrorCode };

function Decision({ consents }: { consents: readonly Consent[] }) {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  const [ticked, setTicked] = useState(NONE);
  const [step, setStep] = useState<Step>({ state: 'asking' });

  const record = async () => {
    const chosen = CONSENT_ITEMS.filter((item) => ticked[item] && standingConsent(consents, item) === null);
    if (chosen.length === 0) return setStep({ state: 'empty' });
    setStep({ state: 'busy' });
    for (const item of chosen) {
      const reply = await act({ type: 'giveConsent', item, text: text.welcome.consents[item].text, language });
      if (!reply.ok) return setStep({ state: 'failed', code: reply.code });
    }
    setTicked(NONE);
    setStep({ state: 'given' });
  };

  return (
    <section class="welcome-decide card stack" aria-labelledby="decide">
      <div>
        <h2 id="decide">{text.welcome.decideTitle}</h2>
        <p class="soft">{text.welcome.decideHint}</p>
      </div>
      {CONSENT_ITEMS.map((item) => {
        const standing = standingConsent(consents, item);
        const words = text.welcome.consents[item];
        return (
          <div key={item} class="welcome-consent" data-given={standing ? '' : undefined}>
            <Checkbox
              label={words.label}
              checked={standing !== null || ticked[item]}
              disabled={standing !== null || step.state === 'busy'}
              hint={
                <>
                  <span class="welcome-words">{standing?.text ?? words.text}</span>
                  {'hint' in words && <span>{words.hint}</span>}
                  {standing && <strong>{text.welcome.alreadyGiven(format.instant(standing.givenAt))}</strong>}
                </>
              }
              onChange={(checked) => {
                setTicked({ ...ticked, [item]: checked });
                if (step.state !== 'busy') setStep({ state: 'asking' });
              }}
            />
          </div>
        );
      })}
      {step.state === 'empty' && (
        <Banner tone="warn" live="alert">
          <p>{text.welcome.agreeNeeds}</p>
        </Banner>
      )}
      {step.state === 'failed' && (
        <Banner tone="bad" title={text.welcome.failed}>
          <p>{text.ui.errors[step.code]}</p>
        </Banner>
      )}
      {step.state === 'given' && (
        <Banner tone="good">
          <p>{text.welcome.given}</p>
        </Banner>
      )}
      <div class="cluster">
        {CONSENT_ITEMS.every((item) => standingConsent(consents, item) !== null) ? null : (
          <Button
            kind={step.state === 'given' ? 'plain' : 'main'}
            busy={step.state === 'busy'}
            onClick={() => void record()}
          >
            {text.welcome.agree}
          </Button>
        )}
        {standingConsent(consents, 'ownPoints') && (
          <LinkButton href="#/points" kind="main" icon="chart">
            {text.points.title}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
