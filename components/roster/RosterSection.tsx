/** The roster: everybody on it in the order of Vietnamese names; find, add, edit, take off with undo, and points of one person. */
import { useMemo, useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { NotDone } from '@/components/ui/NotDone';
import { EmptyState } from '@/components/ui/EmptyState';
import { Checkbox, TextField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import type { Column } from '@/components/ui/Table';
import { VirtualTable } from '@/components/ui/VirtualTable';
import type { Member } from '@/lib/model/member';
import { memberOn } from '@/lib/model/member-history';
import { listMembers } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { looseNameKey } from '@/lib/vi/names';
import { MemberDialog } from './MemberDialog';
import { TwinList } from './TwinList';

interface Props {
  unit: string | null;
  now: () => Date;
  onPoints: (member: Member) => void;
  onBring: () => void;
}

export function RosterSection({ unit, now, onPoints, onBring }: Props) {
  const { tally: t, roster: r, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const members = useLiveQuery(() => listMembers(db, { unit }), [db, unit], { everyMs: 400 });
  const [withLeft, setWithLeft] = useState(false);
  const [changed, setChanged] = useState<Member | null>(null);
  const today = dayInVietnam(now());
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  const [removed, setRemoved] = useState<Member | null>(null);
  const [added, setAdded] = useState<{ id: string; name: string } | null>(null);
  const { run, status, clear } = useAction();
  const present = useMemo(
    () => (members.value ?? []).filter((one) => withLeft || memberOn(one, today).inCell),
    [members.value, withLeft, today],
  );
  const gone = (members.value ?? []).filter((one) => !memberOn(one, today).inCell).length;
  const rows = useMemo(() => found(present, search), [present, search]);

  const remove = async (member: Member) => {
    const reply = await run({ type: 'removeMember', id: member.id });
    if (!reply.ok) return;
    setEdited(null);
    tell({ removed: member });
  };
  // The last thing done is the one that is offered to be taken back.
  const tell = (done: { added?: typeof added; removed?: Member; changed?: Member }) => {
    setAdded(done.added ?? null);
    setRemoved(done.removed ?? null);
    setChanged(done.changed ?? null);
  };
  const takeOff = async ({ id }: { id: string }) => {
    const reply = await run({ type: 'removeMember', id });
    if (reply.ok) setAdded(null);
  };
  const undo = async (member: Member) => {
    const reply = await run({ type: 'restoreMember', id: member.id });
    if (reply.ok) setRemoved(null);
  };
  const restore = async (before: Member) => {
    const { id, createdAt: _at, removedAt: _removed, isSelf: _self, ...patch } = before;
    const { stays = [], exemptions = [], past = [], loggedIn = null, sameAs = null, notSameAs = [] } = before;
    const whole = { ...patch, stays, exemptions, past, loggedIn, sameAs, notSameAs };
    const reply = await run({ type: 'updateMember', id, patch: whole });
    if (reply.ok) setChanged(null);
  };
  const flag = (value: boolean | null) => (value === null ? '–' : value ? t.yes : t.no);
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: t.name,
      width: 'minmax(190px, 2fr)',
      narrowWidth: 'minmax(100px, 1fr)',
      rowHeader: true,
      cell: (one) => <strong>{one.name}</strong>,
    },
    { id: 'code', header: t.code, width: 'minmax(80px, 120px)', minor: true, cell: (one) => one.code ?? '–' },
    { id: 'role', header: t.role, width: 'minmax(96px, 1fr)', minor: true, cell: (one) => one.role ?? '–' },
    {
      id: 'status',
      header: t.status,
      width: 'minmax(96px, 120px)',
      minor: true,
      cell: (one) => (one.status === null ? '–' : t.statuses[one.status]),
    },
    { id: 'installed', header: t.isInstalled, width: '104px', minor: true, cell: (one) => flag(one.installed) },
    { id: 'loggedIn', header: r.loggedIn, width: '104px', minor: true, cell: (one) => flag(one.loggedIn ?? null) },
    { id: 'eligible', header: t.eligible, width: '104px', minor: true, cell: (one) => flag(one.eligible) },
    {
      id: 'actions',
      header: ui.edit,
      width: '190px',
      narrowWidth: 'calc(138px * var(--scale))',
      cell: (one) => (
        <span class="row-actions">
          <Button kind="quiet" size="small" onClick={() => onPoints(one)}>
            {t.points}
            <span class="unseen"> {one.name}</span>
          </Button>
          <Button kind="quiet" size="small" onClick={() => setEdited(one)}>
            {t.edit}
            <span class="unseen"> {one.name}</span>
          </Button>
        </span>
      ),
    },
  ];
  if (members.value === undefined) {
    return members.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  return (
    <section class="stack" aria-labelledby="roster-title">
      <div class="spread">
        <h2 id="roster-title">{t.roster}</h2>
        <Button icon="plus" onClick={() => setEdited('new')}>
          {t.add}
        </Button>
      </div>
      <p class="soft">{t.rosterNote}</p>
      {added ? (
        <Banner tone="good" onClose={() => setAdded(null)}>
          <p>{r.added(added.name)}</p>
          <Button size="small" busy={status.state === 'busy'} onClick={() => void takeOff(added)}>
            {ui.undo}
          </Button>
        </Banner>
      ) : null}
      {removed ? (
        <Banner tone="plain" onClose={() => setRemoved(null)}>
          <p>{t.removed(removed.name)}</p>
          <Button size="small" busy={status.state === 'busy'} onClick={() => void undo(removed)}>
            {ui.undo}
          </Button>
        </Banner>
      ) : null}
      {changed ? (
        <Banner tone="plain" onClose={() => setChanged(null)}>
          <p>{r.changed(changed.name)}</p>
          <Button size="small" busy={status.state === 'busy'} onClick={() => void restore(changed)}>
            {ui.undo}
          </Button>
        </Banner>
      ) : null}
      <TwinList members={members.value} />
      <NotDone status={status} onClose={clear} />
      {members.value.length === 0 ? (
        <EmptyState icon="people" title={t.empty} text={t.emptyText}>
          <Button kind="main" onClick={onBring}>
            {t.bringFirst}
          </Button>
        </EmptyState>
      ) : (
        <>
          <div class="form-row">
            <TextField label={t.find} type="search" value={search} onInput={setSearch} />
            {gone > 0 ? (
              <Checkbox label={r.withLeft(f.number(gone))} checked={withLeft} onChange={setWithLeft} />
            ) : null}
            <p class="soft form-button" aria-live="polite">
              {t.rosterCount(f.number(rows.length))}
            </p>
          </div>
          <VirtualTable
            label={t.roster}
            columns={columns}
            count={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={(index) => rows[index]?.id ?? index}
            height={600}
            onOpen={setEdited}
          />
        </>
      )}
      {edited ? (
        <MemberDialog
          member={edited === 'new' ? null : edited}
          unit={unit}
          onClose={() => setEdited(null)}
          onRemove={(member) => void remove(member)}
          onAdded={(id, name) => tell({ added: { id, name } })}
          onChanged={(before) => tell({ changed: before })}
        />
      ) : null}
    </section>
  );
}

function found(members: readonly Member[], search: string): readonly Member[] {
  const wanted = looseNameKey(search);
  if (wanted === '') return members;
  return members.filter(
    ({ name, code, otherNames }) =>
      [name, ...otherNames].some((spelling) => ` ${looseNameKey(spelling)}`.includes(` ${wanted}`)) ||
      (code ?? '').toLowerCase().startsWith(wanted),
  );
}
