/** The picker put together: light, bar, pointer, keys and touch; what is lit is taken only once it was really painted. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Lit } from '@/lib/teaching';
import { useReallySeen } from '../glance/use-really-seen';
import { applyAppearance } from '../hooks/use-appearance';
import { LanguageProvider } from '../i18n/teach';
import { Bar } from './Bar';
import { Light } from './Light';
import { type PickerLine, usePicker } from './use-picker';
import { type Side, useRoom } from './use-room';

/** What is taken was in plain view this long. */
export const SEEN_FIRST_MS = 150;
/** A press before that waits for it, no longer than this. */
const WAIT_MS = 1_500;
/** A finger that went farther was scrolling. */
const TAP_PX = 12;

export function PickerFrame() {
  const line = usePicker();
  const { theme, largeText, language } = line.look;
  useLayoutEffect(() => applyAppearance(document.documentElement, line.look), [theme, largeText, language]);
  return (
    <LanguageProvider language={line.what === null ? null : language}>
      <Picker line={line} />
    </LanguageProvider>
  );
}

function Picker({ line }: { line: PickerLine }) {
  const { lit, resting } = line;
  const [side, setSide] = useState<Side>('bottom');
  const [covered, setCovered] = useState(false);
  const surface = useRef<HTMLDivElement>(null);
  const light = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const room = useRoom(bar, side);
  const name = lit === null ? 'nothing' : `${lit.seq} ${JSON.stringify(lit.box)} ${side} ${resting}`;
  const sight = useReallySeen([light, bar], SEEN_FIRST_MS, name);

  // A press counts for the light it finds or makes; it waits until that one was seen.
  const wish = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [wished, setWished] = useState(false);
  const take = () => {
    setCovered(false);
    setWished(true);
    if (wish.current !== null) clearTimeout(wish.current);
    wish.current = setTimeout(() => {
      setWished(false);
      setCovered(true);
    }, WAIT_MS);
  };
  const unwish = () => {
    if (wish.current !== null) clearTimeout(wish.current);
    wish.current = null;
    setWished(false);
  };
  useEffect(() => {
    if (!wished || line.isAsking() || line.taking) return;
    if (lit === null) return unwish();
    if (sight !== 'seen' || lit.barred) return;
    unwish();
    line.take(lit);
  });

  // The bar stands where it hides nothing that is lit.
  useEffect(() => {
    if (lit === null || bar.current === null || resting) return;
    const { height } = bar.current.getBoundingClientRect();
    const top = lit.box.top;
    const bottom = top + lit.box.height;
    if (side === 'bottom' && bottom > innerHeight - height && top > height) setSide('top');
    if (side === 'top' && top < height && bottom < innerHeight - height) setSide('bottom');
  }, [lit?.seq, lit?.box.top, lit?.box.height, resting]);

  useEffect(() => surface.current?.focus(), [resting]);
  const onPoint = (event: PointerEvent | MouseEvent) => {
    if (!event.isTrusted || resting || line.taking) return;
    setCovered(false);
    line.point(event.clientX, event.clientY);
  };
  const onClick = (event: MouseEvent) => {
    if (!event.isTrusted || resting || line.taking) return;
    if ('pointerType' in event && event.pointerType === 'touch') return; // told by pointerup
    line.point(event.clientX, event.clientY);
    take();
  };
  const finger = useRef<{ x: number; y: number } | null>(null);
  // A finger has not shown before where it will land: its first tap only lights.
  const onTap = (event: PointerEvent) => {
    const { clientX: x, clientY: y } = event;
    const from = finger.current;
    finger.current = null;
    if (event.pointerType !== 'touch' || from === null || Math.hypot(x - from.x, y - from.y) > TAP_PX) return;
    if (!event.isTrusted || resting || line.taking) return;
    if (isIn(lit, x, y)) take();
    else onPoint(event);
  };
  const rest = () => line.rest(Math.ceil(bar.current?.getBoundingClientRect().height ?? 120), side);
  useKeys(line, () => lit !== null && take(), rest);

  return (
    <div
      class="picker"
      role="application"
      tabIndex={-1}
      ref={surface}
      data-resting={resting ? '' : undefined}
      onPointerMove={(event) => event.pointerType !== 'touch' && onPoint(event)}
      onPointerDown={({ pointerType, clientX, clientY }) => {
        finger.current = pointerType === 'touch' ? { x: clientX, y: clientY } : null;
      }}
      onPointerUp={onTap}
      onPointerCancel={() => (finger.current = null)}
      onClick={onClick}
    >
      {lit !== null && !resting && <Light lit={lit} room={room} lightRef={light} />}
      <Bar
        line={line}
        side={side}
        covered={covered}
        busy={wished || line.taking}
        barRef={bar}
        onSide={setSide}
        onTake={take}
        onRest={rest}
      />
    </div>
  );
}

function isIn(lit: Lit | null, x: number, y: number): boolean {
  if (lit === null) return false;
  const { left, top, width, height } = lit.box;
  return left <= x && x <= left + width && top <= y && y <= top + height;
}

/** Every button has its key; while the page is free only Escape is ours. */
function useKeys(line: PickerLine, take: () => void, rest: () => void): void {
  const latest = useRef({ line, take, rest });
  latest.current = { line, take, rest };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const { line, take, rest } = latest.current;
      if (event.key === 'Escape') {
        event.preventDefault();
        return line.leave();
      }
      if (line.resting || line.taking) return;
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      const run = {
        Tab: () => line.step(event.shiftKey ? 'previous' : 'next'),
        ArrowRight: () => line.step('next'),
        ArrowLeft: () => line.step('previous'),
        ArrowUp: () => line.step('wider'),
        ArrowDown: () => line.step('narrower'),
        Enter: onButton ? null : take,
        c: rest,
        C: rest,
      }[event.key];
      if (run === undefined || run === null) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
