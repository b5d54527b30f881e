/** How long each kind is kept: chosen, previewed, agreed to; nothing is deleted before that. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Checkbox, SelectField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import type { AnyDeskRecord } from '@/lib/model/desk';
import { AGEING_KINDS, type AgeingKind } from '@/lib/model/desk-age';
import { RETENTION_CHOICES, RETENTION_KINDS, type Retention, type RetentionKind } from '@/lib/model/retention';
import { listOldDesk, previewRetention } from '@/lib/tracker';
import { UndoDesk } from './UndoDesk';

export function RetentionTab({ retention, now }: { retention: Retention; now: Date }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const toast = useToast();
  const [periods, setPeriods] = useState(retention.periods);
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const [gone, setGone] = useState<readonly AnyDeskRecord[]>([]);
  const { run, status } = useAction();
  const key = RETENTION_KINDS.map((kind) => periods[kind]).join(' ');
  const preview = useLiveQuery(async () => ({ key, found: await previewRetention(db, periods, now) }), [db, key], {
    everyMs: 400,
  });
  // What is not told yet is not deleted either.
  const seen = preview.value?.key === key ? preview.value.found : undefined;
  const save = async () => {
    setTried(true);
    if (!agreed || seen === undefined) return;
    const { desk } = seen;
    const old = desk === undefined ? [] : await listOldDesk(db, desk.cut);
    const reply = await run({ type: 'saveRetention', periods });
    if (!reply.ok) return;
    setGone(reply.value.desk === old.length ? old : []);
    setAgreed(false);
    setTried(false);
    const count = RETENTION_KINDS.reduce((sum, kind) => sum + reply.value[kind], 0);
    toast('good', t.retentionSaved(f.number(count)));
  };
  const label = (months: number | null) =>
    months === null ? t.forever : months % 12 === 0 ? t.years(f.number(months / 12)) : t.months(f.number(months));
  const deskWords = (counts: Partial<Record<AgeingKind, number>>) =>
    AGEING_KINDS.flatMap((kind) => {
      const count = counts[kind] ?? 0;
      return count === 0 ? [] : [t.deskKinds[kind](f.number(count))];
    }).join(', ');
  const willGo = (kind: RetentionKind) => {
    if (periods[kind] === null) return t.staysForever;
    const found = seen?.[kind];
    if (found === undefined) return t.lookingUp;
    const day = f.day(found.cut);
    if (found.count === 0) return t.willGoNone(day);
    if (found.desk !== undefined) return t.willGoDesk(deskWords(found.desk), day);
    const words = kind === 'own' || kind === 'members' ? t.willGoReadings : t.willGo;
    return words(f.number(found.count), day);
  };
  const deskGoes = (seen?.desk?.count ?? 0) > 0;
  return (
    <section class="stack" aria-labelledby="retention-title">
      <h2 id="retention-title">{t.retention}</h2>
      <p>{t.retentionText}</p>
      <Banner live="off">
        <p>{retention.agreedAt === null ? t.retentionNever : t.retentionSince(f.instant(retention.agreedAt))}</p>
      </Banner>
      {gone.length === 0 ? null : <UndoDesk key={gone[0]?.id} records={gone} onUndone={() => setGone([])} />}
      <div class="card stack">
        {RETENTION_KINDS.map((kind) => {
          const choices = RETENTION_CHOICES[kind];
          const all = choices.includes(periods[kind]) ? choices : [...choices, periods[kind]];
          return (
            <div key={kind} class="retention-row">
              <SelectField
                label={t.retentionKinds[kind]}
                hint={t.retentionWhy[kind]}
                value={String(periods[kind])}
                options={all.map((months) => ({ value: String(months), label: label(months) }))}
                onChange={(chosen) => {
                  setPeriods({ ...periods, [kind]: chosen === 'null' ? null : Number(chosen) });
                  setAgreed(false);
                }}
              />
              <div class="stack-tight">
                <p aria-live="polite">{willGo(kind)}</p>
                {kind === 'desk' && deskGoes ? (
                  <p>
                    <a href="#/data">{t.backupFirst}</a>
                  </p>
                ) : null}
              </div>
            </div>
          );
        })}
        {preview.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : null}
        <p class="soft">{t.opening}</p>
        <Checkbox label={t.agree} checked={agreed} onChange={setAgreed} />
        <div>
          <Button kind="main" busy={status.state === 'busy' || seen === undefined} onClick={() => void save()}>
            {t.retentionSave}
          </Button>
        </div>
        {tried && !agreed ? (
          <Banner tone="warn">
            <p>{t.agreeNeeded}</p>
          </Banner>
        ) : null}
        {status.state === 'failed' ? (
          <Banner tone="bad" title={t.notSaved}>
            <p>{ui.errors[status.code]}</p>
          </Banner>
        ) : null}
      </div>
    </section>
  );
}
