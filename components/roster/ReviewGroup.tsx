/** People of one kind in the review: open questions laid out at once, sure ones folded away but changeable. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import { VirtualList } from '@/components/ui/VirtualList';
import type { Member } from '@/lib/model/member';
import type { Decision, ReviewItem, ReviewKind } from './review-state';

/** Above this the other members are not offered in every choice: the list would be too long to read. */
const OFFERED_MEMBERS = 300;
const SHORT_LIST = 30;

interface Props {
  kind: ReviewKind;
  items: readonly ReviewItem[];
  roster: ReadonlyMap<string, Member>;
  onDecide: (key: string, decision: Decision | null) => void;
  onDecideOpen: (decision: Decision) => void;
}

export function ReviewGroup({ kind, items, roster, onDecide, onDecideOpen }: Props) {
  const { tally: t } = useText();
  const f = useFormat();
  const asks = kind === 'doubtful' || kind === 'duplicate';
  const [unfolded, setUnfolded] = useState(asks);
  const one = (item: ReviewItem) => <OneReview key={item.key} item={item} roster={roster} onDecide={onDecide} />;
  return (
    <section class="card stack" aria-labelledby={`review-${kind}`}>
      <div class="spread">
        <h3 id={`review-${kind}`}>{t.kindNames[kind]}</h3>
        <span class="soft">{t.people(f.number(items.length))}</span>
      </div>
      <p class="soft">{t.kindTexts[kind]}</p>
      {asks && items.length > 1 ? (
        <div class="cluster">
          <span>{t.allOpen}</span>
          <Button size="small" onClick={() => onDecideOpen({ to: 'new' })}>
            {t.allNew}
          </Button>
          <Button size="small" onClick={() => onDecideOpen({ to: 'skip' })}>
            {t.allSkip}
          </Button>
        </div>
      ) : null}
      {asks ? null : (
        <div>
          <Button size="small" expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t.showSure(f.number(items.length))}
          </Button>
        </div>
      )}
      {!unfolded ? null : items.length <= SHORT_LIST ? (
        <ul class="review-list">
          {items.map((item) => (
            <li key={item.key}>{one(item)}</li>
          ))}
        </ul>
      ) : (
        <VirtualList
          label={t.kindNames[kind]}
          count={items.length}
          itemHeight={92}
          height={560}
          itemKey={(index) => items[index]?.key ?? index}
          item={(index) => (items[index] ? one(items[index]) : null)}
        />
      )}
    </section>
  );
}

function OneReview({ item, roster, onDecide }: Pick<Props, 'roster' | 'onDecide'> & { item: ReviewItem }) {
  const { tally: t } = useText();
  const f = useFormat();
  const shown = `${item.name}${item.code === null ? '' : ` (${item.code})`}`;
  const named = (memberId: string, why: string) => {
    const member = roster.get(memberId);
    return t.isMember(member?.name ?? memberId, member?.code ?? null, why);
  };
  const proposed = new Set(item.candidates.map(({ memberId }) => memberId));
  const others = roster.size > OFFERED_MEMBERS ? [] : [...roster.values()].filter(({ id }) => !proposed.has(id));
  const options = [
    ...(item.decision === null ? [{ value: '', label: t.undecided }] : []),
    ...item.candidates.map(({ memberId, why }) => ({
      value: `member:${memberId}`,
      label: named(memberId, t.why[why]),
    })),
    { value: 'new', label: t.isNew },
    { value: 'skip', label: t.isSkipped },
    ...others.map(({ id, name, code }) => ({
      value: `member:${id}`,
      label: code === null ? name : `${name} (${code})`,
    })),
  ];
  return (
    <div class="review-one">
      <SelectField
        label={t.decision(shown)}
        hint={item.rows.length > 1 ? t.rowsOf(f.number(item.rows.length)) : undefined}
        value={valueOf(item.decision)}
        options={options}
        onChange={(value) => onDecide(item.key, decisionOf(value))}
      />
    </div>
  );
}

function valueOf(decision: Decision | null): string {
  if (decision === null) return '';
  return decision.to === 'member' ? `member:${decision.memberId}` : decision.to;
}

function decisionOf(value: string): Decision | null {
  if (value.startsWith('member:')) return { to: 'member', memberId: value.slice(7) };
  if (value === 'new' || value === 'skip') return { to: value };
  return null;
}
