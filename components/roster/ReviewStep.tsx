/** The review before anything of a list is saved: questions first, every answer by keyboard, and what saving will do in one line. */
import { useMemo, useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import type { Member } from '@/lib/model/member';
import type { ErrorCode } from '@/lib/protocol';
import { countReview, decide, decideOpen, REVIEW_KINDS, type ReviewItem } from './review-state';
import { ReviewGroup } from './ReviewGroup';

interface Props {
  sourceName: string;
  items: readonly ReviewItem[];
  readings: number;
  roster: ReadonlyMap<string, Member>;
  /** Told before the questions: dropped columns and the like. */
  notices: readonly string[];
  saving: { done: number; all: number } | null;
  failure: ErrorCode | null;
  /** Hears every answer. */
  onItems?: (items: readonly ReviewItem[]) => void;
  onSave: (items: readonly ReviewItem[]) => void;
  onBack: () => void;
  onTakeAway: (items: readonly ReviewItem[]) => void;
}

export function ReviewStep(props: Props) {
  const { sourceName, readings, roster, notices, saving, failure } = props;
  const { tally: t, ui } = useText();
  const f = useFormat();
  const [items, showItems] = useState<readonly ReviewItem[]>(props.items);
  const setItems = (next: ReviewItem[]) => {
    showItems(next);
    props.onItems?.(next);
  };
  const count = useMemo(() => countReview(items), [items]);
  const groups = REVIEW_KINDS.map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) }));
  const shared = count.shared.map((id) => roster.get(id)?.name ?? id).join(', ');
  return (
    <section class="stack-wide" aria-labelledby="review-title">
      <div class="stack-tight">
        <h2 id="review-title" tabIndex={-1}>
          {t.review}
        </h2>
        <p class="wrap-anywhere">{t.reviewOf(sourceName)}</p>
        <p>{t.reviewCounts(f.number(items.length), f.number(readings))}</p>
      </div>
      {notices.map((notice) => (
        <Banner key={notice} tone="warn" live="off">
          <p>{notice}</p>
        </Banner>
      ))}
      {groups.map((group) =>
        group.items.length === 0 ? null : (
          <ReviewGroup
            key={group.kind}
            kind={group.kind}
            items={group.items}
            roster={roster}
            onDecide={(key, decision) => setItems(decide(items, key, decision))}
            onDecideOpen={(decision) => setItems(decideOpen(items, group.kind, decision))}
          />
        ),
      )}
      <div class="card stack review-foot">
        <p aria-live="polite">
          {count.open > 0
            ? t.stillOpen(f.number(count.open))
            : t.plan(f.number(count.toMembers), f.number(count.toNew), f.number(count.skipped))}
        </p>
        {shared !== '' ? (
          <Banner tone="warn">
            <p>{t.sharedMember(shared)}</p>
          </Banner>
        ) : null}
        {saving ? (
          <Progress
            label={t.applying}
            value={saving.all === 0 ? undefined : saving.done}
            max={Math.max(1, saving.all)}
            shown={ui.ofTotal(f.number(saving.done), f.number(saving.all))}
          />
        ) : null}
        {failure !== null ? (
          <Banner tone="bad" title={t.notSaved}>
            <p>{ui.errors[failure]}</p>
            <Button size="small" icon="download" onClick={() => props.onTakeAway(items)}>
              {t.exportPending}
            </Button>
          </Banner>
        ) : null}
        <div class="cluster">
          <Button kind="main" disabled={count.open > 0} busy={saving !== null} onClick={() => props.onSave(items)}>
            {t.apply}
          </Button>
          <Button disabled={saving !== null} onClick={props.onBack}>
            {t.back}
          </Button>
        </div>
      </div>
    </section>
  );
}
