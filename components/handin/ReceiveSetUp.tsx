/** The secretary's key, made once on a press, and the cell's card. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Term } from '@/components/ui/Term';
import { VaultError } from '@/components/workers/vault';
import type { OpeningKey, RecipientCard } from '@/lib/model/hand-in';
import type { ErrorCode } from '@/lib/protocol';
import { OwnCard } from './OwnCard';
import { useVault } from '@/components/hooks/use-vault';

interface Props {
  ownKey: OpeningKey | null;
  card: RecipientCard | null;
  cell: string;
  onSaveKey: (key: OpeningKey) => Promise<ErrorCode | null>;
  onSaveCard: (card: RecipientCard) => Promise<ErrorCode | null>;
}

export function ReceiveSetUp(props: Props) {
  const { handin: t } = useText();
  // Made once and seldom looked at again: open only for whoever makes it now.
  const [unfolded, setUnfolded] = useState(props.card === null);
  return (
    <section class="card stack" aria-labelledby="handin-setup">
      <div class="spread">
        <div class="cluster">
          <h2 id="handin-setup">{t.setUpTitle}</h2>
          <Term about="recipient" />
        </div>
        {props.card === null ? null : (
          <Button size="small" expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? t.foldCard : t.showCard}
          </Button>
        )}
      </div>
      {unfolded ? (
        <>
          <p class="soft">{t.setUpText}</p>
          {props.ownKey === null ? (
            <MakeKey onSaveKey={props.onSaveKey} />
          ) : (
            <OwnCard ownKey={props.ownKey} card={props.card} cell={props.cell} onSaveCard={props.onSaveCard} />
          )}
        </>
      ) : (
        <p>{props.card?.cell}</p>
      )}
    </section>
  );
}

function MakeKey({ onSaveKey }: Pick<Props, 'onSaveKey'>) {
  const { handin: t, ui } = useText();
  const vault = useVault();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const make = async () => {
    setBusy(true);
    try {
      const unkept = await onSaveKey(await vault.call('createOpeningKey', {}));
      setFailure(unkept === null ? null : ui.errors[unkept]);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      setFailure(error.failure.kind === 'handIn' ? t.refusals[error.failure.code] : error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>{t.keyText}</p>
      {failure === null ? null : (
        <Banner tone="bad">
          <p>{failure}</p>
        </Banner>
      )}
      <div>
        <Button kind="main" icon="lock" busy={busy} onClick={() => void make()}>
          {busy ? t.keyWorking : t.makeKey}
        </Button>
      </div>
    </>
  );
}
