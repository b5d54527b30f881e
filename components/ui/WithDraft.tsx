/** A form that keeps what is typed until it is saved: shown again on coming back, with a line that says so and a way to throw it away. */
import { type ComponentChildren, Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useDraftKeeper, useFoundDraft } from '@/components/hooks/use-drafts';
import { useFormat, useText } from '../i18n/base';
import { Banner } from './Banner';
import { Button } from './Button';

export interface DraftOf<T> {
  /** What was typed before; null when the form begins anew. */
  value: T | null;
  /** Hears what stands in the form now; null when there is nothing to keep, as after saving. */
  keep: (value: T | null) => void;
  /** Begins anew; what was typed can be taken up again by the line. */
  drop: () => void;
  /** Tells that this is a draft; goes where the form begins. */
  line: ComponentChildren;
}

interface Props<T> {
  /** Which form, and of which record: no draft of one is ever shown in another. */
  id: string;
  /** The member whose form it is. */
  memberId?: string | null;
  /** Takes a draft kept, perhaps by another version of the program; null when it does not fit this form. */
  read: (value: unknown) => T | null;
  children: (draft: DraftOf<T>) => ComponentChildren;
}

export function WithDraft<T>(props: Props<T>) {
  return <Drafted key={props.id} {...props} />;
}

interface Begun {
  /** What the form begins with. */
  text: string | null;
  notice: 'found' | 'back' | 'thrown' | null;
  thrown: string | null;
  /** Every beginning is a form of its own. */
  turn: number;
}

function Drafted<T>({ id, memberId = null, read, children }: Props<T>) {
  const { ui } = useText();
  const f = useFormat();
  const keeper = useDraftKeeper();
  const found = useFoundDraft(id);
  /** The last text put away, while there is one. */
  const last = useRef<string | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  if (found === undefined) return null;
  const { text, notice, thrown, turn }: Begun = begun ?? {
    text: found?.text ?? null,
    notice: found === null ? null : 'found',
    thrown: null,
    turn: 0,
  };
  if (begun === null) last.current ??= text;
  const value = text === null ? null : read(JSON.parse(text) as unknown);
  const keep = (next: T | null) => {
    const now = next === null ? null : JSON.stringify(next);
    if (now === last.current) return;
    last.current = now;
    keeper.put(id, memberId, now);
    // Saved, or typed anew after the old was thrown away.
    if (now === null || notice === 'thrown') setBegun({ text, notice: null, thrown: null, turn });
  };
  const begin = (next: string | null, change: Pick<Begun, 'notice' | 'thrown'>) => {
    last.current = next;
    keeper.put(id, memberId, next);
    setBegun({ text: next, turn: turn + 1, ...change });
  };
  const drop = () => begin(null, { notice: 'thrown', thrown: last.current });
  const failed = keeper.waiting(id)?.failed ?? null;
  const line = (
    <>
      {notice === 'found' || notice === 'back' ? (
        <Banner tone="plain">
          <p>{notice === 'found' && found !== null ? ui.draftFound(f.instant(found.at)) : ui.draftBack}</p>
          <Button size="small" onClick={drop}>
            {ui.draftDrop}
          </Button>
        </Banner>
      ) : null}
      {notice === 'thrown' ? (
        <Banner tone="plain">
          <p>{ui.draftDropped}</p>
          <Button size="small" onClick={() => begin(thrown, { notice: 'back', thrown: null })}>
            {ui.undo}
          </Button>
        </Banner>
      ) : null}
      {failed === null ? null : (
        <Banner tone="warn">
          <p>{ui.draftNotKept}</p>
        </Banner>
      )}
    </>
  );
  return <Fragment key={turn}>{children({ value, keep, drop, line })}</Fragment>;
}

/** “Thôi” of a form with a draft: said by the person, it gives up what was typed; leaving in any other way keeps it. */
export function GiveUp({ draft, onClose }: { draft: Pick<DraftOf<never>, 'keep'>; onClose: () => void }) {
  const { ui } = useText();
  return (
    <Button
      onClick={() => {
        draft.keep(null);
        onClose();
      }}
    >
      {ui.cancel}
    </Button>
  );
}
