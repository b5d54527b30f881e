/** The cell's recipient card: made by the secretary with the deputy's key, or taken over by the deputy; shown to be passed on. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Field, TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { cardFile, cardText, makeCard } from '@/lib/handin/card';
import { CARD_FILE_NAME } from '@/lib/handin/file-name';
import { HandInRefusal } from '@/lib/handin/refusal';
import type { OpeningKey, RecipientCard } from '@/lib/model/hand-in';
import type { ErrorCode } from '@/lib/protocol';
import { CardField } from './CardField';
import { Fingerprint } from './Fingerprint';
import { rolesOf } from './roles';

interface Props {
  ownKey: OpeningKey;
  /** The card in use; null when there is none yet. */
  card: RecipientCard | null;
  /** Proposed for a new card. */
  cell: string;
  onSaveCard: (card: RecipientCard) => Promise<ErrorCode | null>;
}

export function OwnCard(props: Props) {
  const { ownKey, card } = props;
  const { handin: t, ui } = useText();
  const [making, setMaking] = useState(false);
  const keep = async (made: RecipientCard) => {
    const failure = await props.onSaveCard(made);
    if (failure === null) setMaking(false);
    return failure === null ? null : ui.errors[failure];
  };
  const take = (given: RecipientCard) =>
    given.recipients.some(({ key }) => key === ownKey.recipient) ? keep(given) : Promise.resolve(t.notForMe);
  return (
    <div class="stack">
      {card === null ? null : <CardShown card={card} />}
      {card === null ? null : (
        <div>
          <Button size="small" expanded={making} onClick={() => setMaking(!making)}>
            {making ? ui.cancel : t.newCard}
          </Button>
        </div>
      )}
      {card === null || making ? (
        <>
          {card === null ? null : <p class="soft">{t.newCardText}</p>}
          <CardForm ownKey={ownKey} cell={card?.cell ?? props.cell} onMade={keep} />
          <details>
            <summary>{t.takeCard}</summary>
            <div class="stack details-body">
              <Line label={t.keyLine} text={ownKey.recipient} />
              <CardField onCard={take} />
            </div>
          </details>
        </>
      ) : null}
    </div>
  );
}

function CardForm(props: {
  ownKey: OpeningKey;
  cell: string;
  onMade: (card: RecipientCard) => Promise<string | null>;
}) {
  const { handin: t } = useText();
  const [cell, setCell] = useState(props.cell);
  const [deputy, setDeputy] = useState('');
  const [error, setError] = useState<{ cell: string | null; deputy: string | null }>({ cell: null, deputy: null });
  const make = async () => {
    if (cell.trim() === '') return setError({ cell: t.cellEmpty, deputy: null });
    try {
      const own = { role: 'secretary' as const, key: props.ownKey.recipient };
      const other = { role: 'deputy' as const, key: deputy };
      const made = await makeCard({ cell, recipients: deputy.trim() === '' ? [own] : [own, other] });
      setError({ cell: await props.onMade(made), deputy: null });
    } catch (failure) {
      if (!(failure instanceof HandInRefusal)) throw failure;
      const onCell = failure.where === 'cell';
      setError({ cell: onCell ? t.cellWrong : null, deputy: onCell ? null : t.deputyWrong });
    }
  };
  return (
    <div class="stack">
      <TextField label={t.cellField} maxLength={300} value={cell} error={error.cell} onInput={setCell} />
      <TextField
        label={t.deputyField}
        hint={t.deputyHint}
        optional
        maxLength={100}
        value={deputy}
        error={error.deputy}
        onInput={setDeputy}
      />
      {deputy.trim() === '' ? (
        <Banner tone="warn" live="off">
          <p>{t.deputyNone}</p>
        </Banner>
      ) : null}
      <div>
        <Button kind="main" icon="check" onClick={() => void make()}>
          {t.makeCard}
        </Button>
      </div>
    </div>
  );
}

function CardShown({ card }: { card: RecipientCard }) {
  const { handin: t } = useText();
  return (
    <>
      <p>
        <strong>{card.cell}</strong>
        <br />
        {t.cardFor(rolesOf(card, t))}
      </p>
      {card.recipients.length < 2 ? (
        <Banner tone="warn" live="off">
          <p>{t.deputyNone}</p>
        </Banner>
      ) : null}
      <Line label={t.cardLine} text={cardText(card)} />
      <div>
        <Button icon="download" onClick={() => downloadFile(cardFile(card), CARD_FILE_NAME, 'application/json')}>
          {t.saveCard}
        </Button>
      </div>
      <p class="soft">{t.cardRead}</p>
      <Fingerprint fingerprint={card.fingerprint} what={t.cardThing} qr={cardText(card)} />
    </>
  );
}

/** A text to be passed on as it is. */
function Line({ label, text }: { label: string; text: string }) {
  const { handin: t } = useText();
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast('good', t.copied);
    } catch {
      toast('warn', t.copyFailed);
    }
  };
  return (
    <div class="stack-tight">
      <Field label={label}>
        {(control) => <textarea {...control} class="input card-line" readOnly rows={2} value={text} />}
      </Field>
      <div>
        <Button size="small" onClick={() => void copy()}>
          {t.copy}
        </Button>
      </div>
    </div>
  );
}
