/** A month's activity besides points, typed in row by row and saved at once; what came from hand-ins stands there already. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useDesk } from '@/components/hooks/use-desk';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button, LinkButton } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { SelectField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { Term } from '@/components/ui/Term';
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

type Typed = ReadonlyMap<string, ActivityEntry>;
const NOTHING: Typed = new Map();

/** Two years of months, newest first, and the one shown. */
function monthsBack(last: string, shown: string): string[] {
  const year = Number(last.slice(0, 4));
  const months = Array.from({ length: 24 }, (_, back) => {
    const at = year * 12 + Number(last.slice(5, 7)) - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return months.includes(shown) ? months : [shown, ...months];
}

export function ActivitySection({ unit, now, drafts }: Props) {
  const { about: t, tally, handin, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const [thisMonth] = useState(() => dayInVietnam(now()).slice(0, 7));
  const [month, setMonth] = useState(() => drafts.activity?.month ?? thisMonth);
  const period = useMemo(() => parsePeriod(month), [month]);
  // By month: what was typed for one waits while another is looked at.
  const [byMonth, setByMonth] = useState<ReadonlyMap<string, Typed>>(drafts.activity?.typed ?? new Map());
  const typed = byMonth.get(month) ?? NOTHING;
  const setTyped = (change: (before: Typed) => Typed) =>
    setByMonth((before) => new Map(before).set(month, change(before.get(month) ?? NOTHING)));
  useEffect(() => {
    const any = [...byMonth.values()].some(({ size }) => size > 0);
    drafts.activity = any ? { month, typed: byMonth } : null;
  }, [drafts, month, byMonth]);
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
  if (rows.length === 0) {
    return (
      <EmptyState icon="people" title={tally.empty} text={tally.emptyText}>
        <LinkButton href="#/cell/bring">{tally.bringFirst}</LinkButton>
      </EmptyState>
    );
  }
  const monthName = (one: string) => handin.monthOf(one.slice(5), one.slice(0, 4));
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
    setTyped(() => NOTHING);
  };
  const waiting = [...byMonth]
    .filter(([other, { size }]) => other !== month && size > 0)
    .map(([other]) => monthName(other));
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
      <div class="cluster">
        <h2 id="activity-title">{t.activity}</h2>
        <Term about="activity" />
      </div>
      <p class="soft">{t.activityIntro}</p>
      <div class="form-row">
        <SelectField
          label={t.month}
          value={month}
          options={monthsBack(thisMonth, month).map((value) => ({
            value,
            label: monthName(value),
          }))}
          onChange={(value) => {
            setTold(null);
            setMonth(value);
          }}
        />
        <div class="form-button">
          <Button onClick={fillUsed}>{t.usedAll}</Button>
        </div>
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
                  <td data-label={t.used}>
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
                    <td key={field} data-label={tally.columns[field]}>
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
      {waiting.length > 0 ? (
        <Banner tone="warn" live="off">
          <p>{t.otherMonths(waiting.join(', '))}</p>
        </Banner>
      ) : null}
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
