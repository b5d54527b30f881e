/** A month's activity besides points, typed in row by row and saved at once; what came from hand-ins stands there already. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { rebase } from '@/components/hooks/rebase';
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
import { type DraftOf, WithDraft } from '@/components/ui/WithDraft';
import { ACTIVITY_COUNTS } from '@/lib/model/activity';
import { namesApart } from '@/lib/model/names-apart';
import { isSameData } from '@/lib/model/same-data';
import { parsePeriod } from '@/lib/model/period';
import { listDesk, listMembers } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { type ActivityEntry, changesOf, isCount, rowsOf } from './activity-rows';
import { type ActivityDraft, readActivityDraft } from './drafts';

interface Props {
  unit: string | null;
  now: () => Date;
}

/** Two years of months, newest first, and the one shown. */
function monthsBack(last: string, shown: string): string[] {
  const year = Number(last.slice(0, 4));
  const months = Array.from({ length: 24 }, (_, back) => {
    const at = year * 12 + Number(last.slice(5, 7)) - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return months.includes(shown) ? months : [shown, ...months];
}

export function ActivitySection(props: Props) {
  return (
    <WithDraft id={`activity ${props.unit ?? ''}`} read={readActivityDraft}>
      {(draft) => <Month {...props} draft={draft} />}
    </WithDraft>
  );
}

function Month({ unit, now, draft }: Props & { draft: DraftOf<ActivityDraft> }) {
  const { about: t, tally, handin, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const [thisMonth] = useState(() => dayInVietnam(now()).slice(0, 7));
  const [{ month, typed: all }, setTyped] = useState<ActivityDraft>(
    () => draft.value ?? { month: thisMonth, typed: {} },
  );
  const latest = useRef({ month, typed: all });
  /** Kept in the same moment: the view may be left before it is drawn again. */
  const change = (next: ActivityDraft) => {
    latest.current = next;
    setTyped(next);
    draft.keep(differing(next));
  };
  const setMonth = (value: string) => change({ ...latest.current, month: value });
  const period = useMemo(() => parsePeriod(month), [month]);
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
  const typed = new Map(
    rows.flatMap(({ member, entry }) => {
      const row = all[month]?.[member.id];
      return row === undefined ? [] : [[member.id, rebase(row.began, row.entry, entry)] as const];
    }),
  );
  const elsewhere = Object.keys(all).filter((one) => one !== month && Object.keys(all[one] ?? {}).length > 0);
  const names = namesApart(rows.map(({ member }) => member));
  const changes = changesOf(rows, typed, period, unit, t.activityOrigin);
  const wrong = [...typed.values()].some((entry) => ACTIVITY_COUNTS.some((field) => !isCount(entry[field])));
  const put = (entries: readonly (readonly [id: string, entry: ActivityEntry])[]) => {
    const before = latest.current.typed;
    const today = new Map(rows.map(({ member, entry }) => [member.id, entry]));
    const own = { ...before[month] };
    for (const [id, entry] of entries) own[id] = { began: today.get(id) ?? entry, entry };
    change({ month, typed: { ...before, [month]: own } });
  };
  const set = (id: string, entry: ActivityEntry) => {
    setTold(null);
    put([[id, entry]]);
  };
  const submit = async () => {
    if (wrong || changes.length === 0) return;
    if (!(await save(changes))) return;
    setTold(changes.length);
    const { [month]: _saved, ...others } = latest.current.typed;
    change({ month, typed: others });
  };
  const fillUsed = () =>
    put(
      rows.flatMap(({ member, entry }) => {
        const shown = typed.get(member.id) ?? entry;
        return shown.used === 'unknown' ? [[member.id, { ...shown, used: 'yes' }] as const] : [];
      }),
    );

  return (
    <section class="stack" aria-labelledby="activity-title">
      <div class="cluster">
        <h2 id="activity-title">{t.activity}</h2>
        <Term about="activity" />
      </div>
      <p class="soft">{t.activityIntro}</p>
      {draft.line}
      {elsewhere.length > 0 ? (
        <p class="cluster">
          {t.activityAlso}
          {elsewhere.map((one) => (
            <Button key={one} size="small" onClick={() => setMonth(one)}>
              {handin.monthOf(one.slice(5), one.slice(0, 4))}
            </Button>
          ))}
        </p>
      ) : null}
      <div class="form-row">
        <SelectField
          label={t.month}
          value={month}
          options={monthsBack(thisMonth, month).map((value) => ({
            value,
            label: handin.monthOf(value.slice(5), value.slice(0, 4)),
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
            {ui.undo}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** What is worth keeping: rows typed back to what they were are no draft. */
function differing({ month, typed }: ActivityDraft): ActivityDraft | null {
  const left = Object.entries(typed).flatMap(([one, rows]) => {
    const changed = Object.entries(rows).filter(([, { began, entry }]) => !isSameData(began, entry));
    return changed.length === 0 ? [] : [[one, Object.fromEntries(changed)] as const];
  });
  return left.length === 0 ? null : { month, typed: Object.fromEntries(left) };
}
