/** Members who may be one person: one press says they are, another that they are two; both can be taken back. */
import { useMemo, useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { NotDone } from '@/components/ui/NotDone';
import type { MemberPatch } from '@/lib/model/actions';
import type { Member } from '@/lib/model/member';
import { type Twins, findTwins } from '@/lib/tally/twins';

/** Pairs shown at once: the others follow when these are settled. */
const SHOWN = 5;

interface Done {
  id: string;
  back: MemberPatch;
  words: string;
}

export function TwinList({ members }: { members: readonly Member[] }) {
  const { roster: t, ui } = useText();
  const { run, status, clear } = useAction();
  const [done, setDone] = useState<Done | null>(null);
  const pairs = useMemo(() => findTwins(members), [members]);

  const one = async ({ first, second }: Twins) => {
    const reply = await run({ type: 'updateMember', id: second.id, patch: { sameAs: first.id } });
    if (reply.ok) setDone({ id: second.id, back: { sameAs: null }, words: t.joined(second.name, first.name) });
  };
  const two = async ({ first, second }: Twins) => {
    const before = second.notSameAs ?? [];
    const patch = { notSameAs: [...before, first.id].slice(-50) };
    const reply = await run({ type: 'updateMember', id: second.id, patch });
    if (reply.ok) setDone({ id: second.id, back: { notSameAs: before }, words: t.keptApart(first.name, second.name) });
  };
  const undo = async ({ id, back }: Done) => {
    const reply = await run({ type: 'updateMember', id, patch: back });
    if (reply.ok) setDone(null);
  };
  const detail = ({ code, role, unit }: Member) => [code, role, unit].filter(Boolean).join(', ');

  if (pairs.length === 0 && done === null) return null;
  return (
    <section class="card stack" aria-labelledby="twins-title">
      <h3 id="twins-title">{t.twins}</h3>
      {done ? (
        <Banner tone="plain" onClose={() => setDone(null)}>
          <p>{done.words}</p>
          <Button size="small" busy={status.state === 'busy'} onClick={() => void undo(done)}>
            {ui.undo}
          </Button>
        </Banner>
      ) : null}
      <NotDone status={status} onClose={clear} />
      <ul class="plain-list stack">
        {pairs.slice(0, SHOWN).map((pair) => (
          <li key={`${pair.first.id} ${pair.second.id}`} class="spread">
            <span>
              <strong>{pair.first.name}</strong> {detail(pair.first)} – <strong>{pair.second.name}</strong>{' '}
              {detail(pair.second)} <span class="soft">({t.twinReasons[pair.why]})</span>
            </span>
            <span class="cluster">
              <Button size="small" busy={status.state === 'busy'} onClick={() => void one(pair)}>
                {t.onePerson}
              </Button>
              <Button size="small" busy={status.state === 'busy'} onClick={() => void two(pair)}>
                {t.twoPeople}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {pairs.length > SHOWN ? <p class="soft">{t.moreTwins(pairs.length - SHOWN)}</p> : null}
    </section>
  );
}
