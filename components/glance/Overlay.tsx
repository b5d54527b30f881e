/** What the overlay frame shows: a small tab, a card at rest, or on demand the panel with everything and the buttons that move it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DashboardView, PanelPlacement, PanelView, PendingReading } from '@/lib/protocol';
import type { Link } from '../hooks/use-glance';
import { useShortcut } from '../hooks/use-shortcut';
import { useText } from '../i18n/base';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Card } from './Card';
import { Glance } from './Glance';
import { STEP, usePlace } from './use-place';
import { type WishedSize, useCramped, useWishedSize } from './use-wished-size';

export interface OverlayProps {
  view: PanelView;
  link: Link;
  busy: boolean;
  failure: string | null;
  onConfirm: (pending: PendingReading) => void;
  onRefuse: (pending: PendingReading) => void;
  onOpen: (view: DashboardView) => void;
  onTeach?: () => void;
  onHide?: () => void;
  onPlace: (placement: PanelPlacement) => void;
  onSize: (size: WishedSize) => void;
  /** Opened on purpose from the start. */
  startOpen?: boolean;
}

export function Overlay(props: OverlayProps) {
  const text = useText();
  const { placement, move, drag } = usePlace(props.view.placement, props.onPlace);
  const { collapsed, side } = placement;
  const tab = useRef<HTMLButtonElement>(null);
  const fold = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(props.startOpen ?? false);
  const cramped = useCramped();
  const shape = collapsed ? 'tab' : open ? 'panel' : 'card';
  // A card that found no free place is shown as the tab until somebody opens it.
  const small = collapsed || (cramped && !open);
  useWishedSize(shape, props.view.largeText, props.onSize);
  const foldUp = () => {
    setOpen(false);
    move({ collapsed: true });
  };
  useShortcut('Escape', foldUp, !small);

  const before = useRef(small);
  useEffect(() => {
    if (before.current === small) return;
    before.current = small;
    // Keyboard users keep their place; the page's own focus is never taken.
    if (document.hasFocus()) (small ? tab : fold).current?.focus();
  }, [small]);

  if (small) {
    const waits = props.link === 'gone' || props.view.state === 'needsConfirm';
    return (
      <div class="overlay-tab" data-side={side}>
        <button
          ref={tab}
          type="button"
          class="overlay-open"
          aria-label={text.glance.frame.expand}
          title={text.glance.frame.expand}
          aria-expanded={false}
          data-waits={waits ? '' : undefined}
          onClick={() => {
            setOpen(cramped && !collapsed);
            move({ collapsed: false });
          }}
          {...drag}
        >
          <Icon name="notebook" />
        </button>
      </div>
    );
  }
  return (
    <div class="overlay" data-side={side} data-shape={shape}>
      <header class="overlay-head">
        <button
          type="button"
          class="overlay-grip"
          aria-label={text.glance.frame.move}
          title={text.glance.frame.move}
          {...drag}
        >
          <Icon name="move" />
        </button>
        <h1>{text.glance.frame.title}</h1>
        <Button
          kind="quiet"
          icon={side === 'right' ? 'right' : 'left'}
          size="small"
          label={text.glance.frame.collapse}
          expanded
          buttonRef={fold}
          onClick={foldUp}
        />
      </header>
      <main class="overlay-body">
        {props.link === 'gone' ? (
          <div class="glance-state" data-tone="warn" role="alert">
            <Icon name="warning" />
            <div>
              <p class="glance-state-title">{text.glance.frame.reloadTitle}</p>
              <p class="small glance-state-text">{text.glance.frame.reloadText}</p>
            </div>
          </div>
        ) : open ? (
          <>
            <Glance {...props} />
            <Button kind="quiet" size="small" expanded onClick={() => setOpen(false)}>
              {text.glance.frame.less}
            </Button>
          </>
        ) : (
          <Card {...props} onMore={() => setOpen(true)} />
        )}
      </main>
      {open && <MoveButtons placement={placement} move={move} />}
    </div>
  );
}

/** Everything dragging does, by buttons. */
function MoveButtons({
  placement,
  move,
}: {
  placement: PanelPlacement;
  move: (patch: Partial<PanelPlacement>) => void;
}) {
  const text = useText().glance.frame;
  const other = placement.side === 'right' ? 'left' : 'right';
  return (
    <div class="overlay-foot" role="group" aria-label={text.place}>
      <Button
        kind="quiet"
        size="small"
        icon={other}
        label={other === 'left' ? text.toLeft : text.toRight}
        onClick={() => move({ side: other })}
      />
      <Button kind="quiet" size="small" icon="up" label={text.up} onClick={() => move({ top: placement.top - STEP })} />
      <Button
        kind="quiet"
        size="small"
        icon="down"
        label={text.down}
        onClick={() => move({ top: placement.top + STEP })}
      />
    </div>
  );
}
