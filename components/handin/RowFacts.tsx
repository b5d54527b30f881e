/** Small parts of a review row that several tables show: who sent it, which period, what is in it besides totals. */
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import type { ReviewRow } from '@/lib/handin/review';

/** What every part of the review is given. */
export interface RowContext {
  /** Names of the members by id. */
  names: ReadonlyMap<string, string>;
  /** Keys compared on this page. */
  verified: ReadonlyMap<string, string>;
  onVerify: (row: ReviewRow) => void;
}

export function Sender({ row, names }: { row: ReviewRow; names: RowContext['names'] }) {
  const { handin: t } = useText();
  const member = row.who.memberId === null ? undefined : names.get(row.who.memberId);
  return (
    <>
      {row.handIn.name}
      {member === undefined || member === row.handIn.name ? null : <div class="soft small">{t.asMember(member)}</div>}
    </>
  );
}

export function TrustMark({ row, verified, onVerify }: { row: ReviewRow } & Omit<RowContext, 'names'>) {
  const { handin: t } = useText();
  const trust = verified.has(row.handIn.from) ? 'verified' : row.trust;
  return (
    <div class="stack-tight">
      <span>{t.trust[trust]}</span>
      {trust === 'verified' ? null : (
        <Button size="small" label={t.verifyName(row.handIn.name)} icon="eye" onClick={() => onVerify(row)}>
          {t.verify}
        </Button>
      )}
    </div>
  );
}

/** Period, revision and what came along. */
export function PeriodAndExtras({ row }: { row: ReviewRow }) {
  const { handin: t } = useText();
  const f = useFormat();
  const { period, revision, parts } = row.handIn;
  const extras = [
    ...(parts.readings ? [t.activity.readings(f.number(parts.readings.length))] : []),
    ...(['study', 'opinions', 'quiz'] as const).flatMap((kind) => {
      const told = parts[kind];
      return told === undefined ? [] : [t.activity[kind](f.number(told.count))];
    }),
  ];
  return (
    <>
      {t.days(f.day(period.from), f.day(period.to))}
      <div class="soft small">
        {[t.revision(String(revision)), t.standing[row.standing], ...extras].join(' · ')}
        {row.superseded.length > 0 ? ` · ${t.superseded(f.number(row.superseded.length))}` : ''}
      </div>
    </>
  );
}
