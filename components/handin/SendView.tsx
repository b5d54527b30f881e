/** "Gửi bí thư": for whom, which period and parts, what leaves, the file, and one's own mark. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { Term } from '@/components/ui/Term';
import { type SourcedTotal, composeHandIn } from '@/lib/handin/compose';
import type { Period } from '@/lib/model/period';
import {
  HAND_IN_PARTS,
  type HandIn,
  type HandInPart,
  type HandInParts,
  type RecipientCard,
  type SigningKey,
  type TakenHandIn,
  handInSchema,
} from '@/lib/model/hand-in';
import type { ErrorCode } from '@/lib/protocol';
import { CardField } from './CardField';
import { Fingerprint } from './Fingerprint';
import { PeriodField, firstPeriod, periodOf } from './PeriodField';
import { SendParts, type TypedCounts, typedCount } from './SendParts';
import { SendPreview } from './SendPreview';
import { SendResult } from './SendResult';
import { rolesOf } from './roles';
import { type SendStore, useSend } from './use-send';
import './handin.css';

export interface SendViewProps extends SendStore {
  now: () => Date;
  /** What was saved last by itself, with its way back. */
  saved?: ComponentChildren;
  /** The member's own key; null before the first hand-in. */
  ownKey: SigningKey | null;
  /** The card in use; null when there is none yet. */
  card: RecipientCard | null;
  /** As the member was called last time, or in the settings. */
  name: string;
  /** Own readings that count. */
  readings: readonly SourcedTotal[];
  /** Counts that are known of a period. */
  countsOf: (period: Period) => Pick<HandInParts, 'study' | 'opinions' | 'quiz'>;
  /** What is remembered of hand-ins; those of the own key count. */
  sent: readonly TakenHandIn[];
  onSaveCard: (card: RecipientCard) => Promise<ErrorCode | null>;
}

/** Stands for a key that is not made yet. */
const NO_KEY = 'A'.repeat(43);

export function SendView(props: SendViewProps) {
  const { ownKey, card } = props;
  const { handin: t, ui } = useText();
  const [moment] = useState(props.now);
  const [otherCard, setOtherCard] = useState(false);
  const [name, setName] = useState(props.name);
  const [period, setPeriod] = useState(() => firstPeriod(moment));
  const [parts, setParts] = useState<HandInPart[]>(['totals']);
  const [typed, setTyped] = useState<TypedCounts>({ study: '', opinions: '' });
  const [tried, setTried] = useState(false);
  const { sending, send, clear } = useSend(props);

  const days = periodOf(period) ?? { from: period.from, to: period.from };
  const known = told(props.countsOf(days));
  const counts = { ...typedParts(typed), ...known };
  const earlier = props.sent.filter((one) => one.from === ownKey?.keyId && isSame(one.period, days));
  const revision = 1 + Math.max(0, ...earlier.map((one) => one.revision));
  const compose = (from: string, now: Date, chosen: readonly HandInPart[] = parts): HandIn =>
    composeHandIn({
      from,
      to: card?.fingerprint ?? NO_KEY,
      name,
      period: days,
      revision,
      now,
      readings: props.readings,
      counts,
      parts: chosen,
    });
  const next = compose(ownKey?.keyId ?? NO_KEY, moment);
  // What was just made stays on screen as it is, not as the one after it.
  const draft = sending.at === 'done' ? { ...next, revision: sending.revision } : next;
  const fits = periodOf(period) !== null && handInSchema.safeParse(draft).success;
  const take = async (chosen: RecipientCard) => {
    const failure = await props.onSaveCard(chosen);
    if (failure === null) setOtherCard(false);
    return failure === null ? null : ui.errors[failure];
  };
  const make = () => {
    setTried(true);
    if (card !== null && fits) void send(ownKey, card, (from) => compose(from, props.now()));
  };
  const changed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      clear();
      set(value);
    };
  };

  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1 tabIndex={-1}>{t.sendTitle}</h1>
        <p class="soft">{t.sendIntro}</p>
      </div>
      {props.saved}
      <section class="card stack" aria-labelledby="handin-to">
        <div class="cluster">
          <h2 id="handin-to">{t.to}</h2>
          <Term about="recipient" />
        </div>
        {card === null || otherCard ? (
          <CardField hint={t.toHint} main={card === null} onCard={take} />
        ) : (
          <>
            <p>
              <strong>{t.cardOf(card.cell)}</strong>
            </p>
            <p>{t.cardFor(rolesOf(card, t))}</p>
            <p class="soft">{t.cardCompare}</p>
            <Fingerprint fingerprint={card.fingerprint} what={t.cardThing} />
          </>
        )}
        {card === null ? null : (
          <div>
            <Button size="small" expanded={otherCard} onClick={() => setOtherCard(!otherCard)}>
              {otherCard ? ui.cancel : t.cardOther}
            </Button>
          </div>
        )}
      </section>
      <section class="card stack" aria-label={t.partsTitle}>
        <TextField
          label={t.name}
          hint={t.nameHint}
          maxLength={200}
          value={name}
          error={tried && name.trim() === '' ? t.nameEmpty : null}
          onInput={changed(setName)}
        />
        <PeriodField now={moment} value={period} onChange={changed(setPeriod)} />
        {revision > 1 && sending.at !== 'done' ? <p class="soft">{t.revisionOf(String(revision))}</p> : null}
        <SendParts
          available={{ ...compose(NO_KEY, moment, HAND_IN_PARTS).parts, study: known.study, opinions: known.opinions }}
          chosen={parts}
          typed={typed}
          onChoose={changed(setParts)}
          onType={changed(setTyped)}
        />
      </section>
      {card === null ? null : fits ? (
        <SendPreview handIn={draft} card={card} keyKnown={ownKey !== null} />
      ) : (
        <Banner tone="plain" live="off">
          <p>{name.trim() === '' ? t.nameEmpty : t.leavesNothing}</p>
        </Banner>
      )}
      <div class="stack">
        {card === null ? <p class="soft">{t.cardFirst}</p> : null}
        <div>
          <Button
            kind={card === null ? 'plain' : 'main'}
            icon="download"
            disabled={card === null || !fits}
            busy={sending.at === 'sealing'}
            onClick={make}
          >
            {t.makeFile}
          </Button>
        </div>
        {sending.at === 'sealing' ? <Progress label={t.sealing} /> : null}
        <SendResult sending={sending} />
      </div>
      <section class="card stack" aria-labelledby="handin-own">
        <h2 id="handin-own">{t.ownTitle}</h2>
        {ownKey === null ? (
          <p class="soft">{t.ownNone}</p>
        ) : (
          <>
            <p class="soft">{t.ownText}</p>
            <Fingerprint fingerprint={ownKey.keyId} what={t.ownKey} />
          </>
        )}
      </section>
    </div>
  );
}

function typedParts({ study, opinions }: TypedCounts): HandInParts {
  const counted = (text: string) => {
    const count = typedCount(text);
    return count === null ? undefined : { count, source: 'manual' as const };
  };
  return told({ study: counted(study), opinions: counted(opinions) });
}

/** Without the parts that are only named. */
function told(parts: HandInParts): HandInParts {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

function isSame(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}
