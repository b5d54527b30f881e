/** "Gửi bí thư" on the store: own readings, key and card from it, and what was made noted in it. */
import { act } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { AnyDeskEntry, AnyDeskRecord } from '@/lib/model/desk';
import type { Period } from '@/lib/model/period';
import { SELF } from '@/lib/model/point-reading';
import type { ErrorCode } from '@/lib/protocol';
import { getDesk, getSettings, listDesk, listReadings, toDatedTotal } from '@/lib/tracker';
import { cardEntry, onto, ownKeyEntry, takenEntry } from './records';
import { SendView } from './SendView';

interface Props {
  now: () => Date;
  /** Counts that are known of a period. */
  countsOf?: Parameters<typeof SendView>[0]['countsOf'];
}

const NOTHING_KNOWN = (_period: Period) => ({});

export function SendPage({ now, countsOf = NOTHING_KNOWN }: Props) {
  const { ui } = useText();
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
  const save = async (entry: Omit<AnyDeskEntry, 'base'>): Promise<ErrorCode | null> => {
    const before = await getDesk(db, entry.id);
    const there = new Map<string, AnyDeskRecord>(before === null ? [] : [[entry.id, before]]);
    const reply = await act({ type: 'saveDesk', records: [onto(entry, there)] });
    return reply.ok ? null : reply.code;
  };
  if (facts.state === 'failed') {
    return (
      <Banner tone="bad" title={ui.loadFailed}>
        <Button size="small" onClick={facts.retry}>
          {ui.retry}
        </Button>
      </Banner>
    );
  }
  if (facts.value === undefined) return null;
  const { name, readings, key, card, sent } = facts.value;
  return (
    <SendView
      now={now}
      ownKey={key}
      card={card}
      name={name}
      readings={readings}
      countsOf={countsOf}
      sent={sent}
      onSaveKey={(made) => save(ownKeyEntry(made))}
      onSaveCard={(chosen) => save(cardEntry(chosen))}
      onSent={(one) => save(takenEntry(one))}
    />
  );
}
