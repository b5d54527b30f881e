/** "Gửi bí thư" on the store: own readings, key and card from it, and what was made noted in it. */
import { LoadFailed } from '@/components/ui/LoadFailed';
import { saveOntoPresent } from '@/components/hooks/desk-changes';
import { useDb } from '@/components/hooks/use-db';
import type { DeskChange } from '@/components/hooks/use-desk';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useText } from '@/components/i18n';
import type { Period } from '@/lib/model/period';
import { SELF } from '@/lib/model/point-reading';
import { getSettings, listDesk, listReadings, toDatedTotal } from '@/lib/tracker';
import { cardEntry, ownKeyEntry, takenEntry } from './records';
import { SendView } from './SendView';
import { useSavedRecord } from './use-saved-record';

interface Props {
  now: () => Date;
  /** Counts that are known of a period. */
  countsOf?: Parameters<typeof SendView>[0]['countsOf'];
}

const NOTHING_KNOWN = (_period: Period) => ({});

export function SendPage({ now, countsOf = NOTHING_KNOWN }: Props) {
  const db = useDb();
  const facts = useLiveQuery(async () => {
    const [settings, readings, keys, cards, taken] = await Promise.all([
      getSettings(db),
      listReadings(db, { subject: SELF }),
      listDesk(db, 'ownKey'),
      listDesk(db, 'recipient'),
      listDesk(db, 'handIn'),
    ]);
    const key = keys.map(({ value }) => value).find((one) => one.use === 'sign') ?? null;
    return {
      name: settings.subjectName ?? '',
      readings: readings.map((one) => ({ ...toDatedTotal(one), source: one.source })),
      key,
      card: cards[0]?.value ?? null,
      sent: taken.map(({ value }) => value),
    };
  }, [db]);
  const { handin: t } = useText();
  const save = (entry: DeskChange['entry']) => saveOntoPresent(db, entry);
  const card = useSavedRecord();
  if (facts.state === 'failed') {
    return <LoadFailed retry={facts.retry} />;
  }
  if (facts.value === undefined) return null;
  const { name, readings, key, sent } = facts.value;
  return (
    <SendView
      now={now}
      ownKey={key}
      card={facts.value.card}
      name={name}
      readings={readings}
      countsOf={countsOf}
      sent={sent}
      onSaveKey={(made) => save(ownKeyEntry(made))}
      saved={card.line}
      onSaveCard={(chosen) => card.save(cardEntry(chosen), t.cardKept)}
      onSent={(one) => save(takenEntry(one))}
    />
  );
}
