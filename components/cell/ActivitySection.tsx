/** A month's activity besides points, typed in row by row and saved at once; what came from hand-ins stands there already. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useDesk } from '@/components/hooks/use-desk';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { TextField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { ACTIVITY_COUNTS } from '@/lib/model/activity';
import { namesApart } from '@/lib/model/names-apart';
import { parsePeriod } from '@/lib/model/period';
import { listDesk, listMembers } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { type ActivityEntry, changesOf, isCount, rowsOf } from './activity-rows';
import type { CellDrafts } from './drafts';

interface Props {
  unit: string | null;
  now: () => Date;
  drafts: CellDrafts;
}

export function ActivitySection({ unit, now, drafts }: Props) {
  const { about: t, tally, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const [month, setMonth] = useState(() => drafts.activity?.month ?? dayInVietnam(now()).slice(0, 7));
  const period = useMemo(() => parsePeriod(month), [month]);
  const [typed, setTyped] = useState<ReadonlyMap<string, ActivityEntry>>(drafts.activity?.typed ?? new Map());
  useEffect(() => {
    drafts.activity = typed.size === 0 ? null : { month, typed };
  }, [drafts, month, typed]);
  const [told, setTold] = useState<number | null>(null);
  const { save, undo, status, clear } = useDesk();
  const found = useLiveQuery(async () => {
    const members = await listMembers(db, { unit, on: period.to });
    return { members, records: await listDesk(db, 'activity', { includeRemoved: true }) };
  }, [db, unit, period.to]);
  if (found.value === undefined) {
    return found.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  const rows = rowsOf(found.value.members, found.value.records, period);
  if (rows.length === 0) return <EmptyState icon="people" title={tally.empty} text={tally.emptyText} />;
  const names = namesApart(rows.map(({ member }) => member));
  const changes = changesOf(rows, typed, period, unit, t.activityOrigin);
  const wrong = [...typed.values()].some((entry) => ACTIVITY_COUNTS.some((field) => !isCount(entry[field])));
  const set = (id: string, entry: ActivityEntry) => {
    setTold(null);
    setTyped((before) => new Map(before).set(id, entry));
  };
  const submit = async () => {
    if (wrong || changes.length === 0) return;
    if (!(await save(changes))) return;
    setTold(changes.length);
    setTyped(new Map());
  };
  const fillUsed = () =>
    setTyped((before) => {
      const next = new Map(before);
      for (const { member, entry } of rows) {
        const now = next.get(member.id) ?? entry;
        if (now.used === 'unknown') next.set(member.id, { ...now, used: 'yes' });
      }
      return next;
    });

  return (
    <section class="stack" aria-labelledby="activity-title">
      <h2 id="activity-title">{t.activity}</h2>
      <p class="soft">{t.activityIntro}</p>
      <div class="form-row">
        <TextField
          label={t.month}
          type="month"
          value={month}
          onInput={(value) => {
            if (!/^\d{4}-\d{2}$/.test(value)) return;
            setTyped(new Map());
            setMonth(value);
          }}
        />
        <Button onClick={fillUsed}>{t.usedAll}</Button>
      </div>
      <div class="table-box" tabIndex={0} role="region" aria-label={`${t.month} ${month}`}>
        <table class="table entry-table">
          <caption class="unseen">{t.activity}</caption>
          <thead>
            <tr>
              <th scope="col">{tally.columns.name}</th>
              <th scope="col">{t.used}</th>
              {ACTIVITY_COUNTS.map((field) => (
                <th key={field} scope="col">
                  {tally.columns[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ member, entry: before, record }, at) => {
              const name = names[at] ?? member.name;
              const entry = typed.get(member.id) ?? before;
              return (
                <tr key={member.id}>
                  <th scope="row">
                    {name}
                    {record !== null && record.removedAt === null && record.value.origin !== t.activityOrigin ? (
                      <span class="soft small"> ({t.activityFrom(record.value.origin)})</span>
                    ) : null}
                  </th>
                  <td>
                    <select
                      class="input"
                      aria-label={t.activityOf(name, t.used)}
                      value={entry.used}
                      onChange={(event) =>
                        // The options below are these three.
                        set(member.id, { ...entry, used: event.currentTarget.value as ActivityEntry['used'] })
                      }
                    >
                      {(['unknown', 'yes', 'no'] as const).map((value) => (
                        <option key={value} value={value}>
                          {t.usedChoice[value]}
                        </option>
                      ))}
                    </select>
                  </td>
                  {ACTIVITY_COUNTS.map((field) => (
                    <td key={field}>
                      <input
                        class="input"
                        inputMode="numeric"
                        maxLength={7}
                        autoComplete="off"
                        aria-label={t.activityOf(name, tally.columns[field])}
                        aria-invalid={isCount(entry[field]) ? undefined : true}
                        value={entry[field]}
                        onInput={(event) => set(member.id, { ...entry, [field]: event.currentTarget.value })}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {wrong ? <Banner tone="warn" title={t.wrongNumber(0, 1_000_000)} /> : null}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved} onClose={clear}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
      {told !== null ? (
        <Banner tone="good">
          <p>{t.activitySaved(f.number(told))}</p>
        </Banner>
      ) : null}
      <div class="cluster">
        <Button
          kind="main"
          busy={status.state === 'busy'}
          disabled={changes.length === 0}
          onClick={() => void submit()}
        >
          {t.save}
        </Button>
        {undo !== null && changes.length === 0 ? (
          <Button kind="quiet" onClick={() => void undo().then((done) => done && setTold(null))}>
            {tally.undo}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
