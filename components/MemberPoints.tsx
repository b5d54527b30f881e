/** One member's readings in a dialog: type one in, correct, withdraw; composed from the points feature. */
import { useState } from 'preact/hooks';
import type { Member } from '@/lib/model/member';
import { type PointReading, SELF } from '@/lib/model/point-reading';
import { countReadings, listReadings } from '@/lib/tracker';
import { useDb } from './hooks/use-db';
import { useLiveQuery } from './hooks/use-live-query';
import { useText } from './i18n';
import { ManualEntry } from './points/ManualEntry';
import { ReadingDialog } from './points/ReadingDialog';
import { ReadingTable } from './points/ReadingTable';
import { Button } from './ui/Button';
import { Dialog } from './ui/Dialog';

interface Props {
  member: Member;
  now: Date;
  onClose: () => void;
}

export function MemberPoints({ member, now, onClose }: Props) {
  const { ui } = useText();
  const db = useDb();
  const [opened, setOpened] = useState<PointReading | null>(null);
  const history = useLiveQuery(async () => {
    // The user's own roster entry lives on the user's own readings until it has some of its own, as in the tally.
    const own = await countReadings(db, member.id);
    const subject = member.isSelf && own === 0 ? SELF : member.id;
    return { subject, readings: await listReadings(db, { subject, includeWithdrawn: true }) };
  }, [db, member.id]);
  const { subject, readings } = history.value ?? { subject: null, readings: [] };
  return (
    <Dialog title={member.name} size="wide" onClose={onClose} actions={<Button onClick={onClose}>{ui.close}</Button>}>
      {subject === null ? null : <ManualEntry subject={subject} now={now} onSaved={() => {}} />}
      {readings.length > 0 ? <ReadingTable readings={readings} onOpen={setOpened} /> : null}
      {opened ? <ReadingDialog reading={opened} now={now} onClose={() => setOpened(null)} /> : null}
    </Dialog>
  );
}
