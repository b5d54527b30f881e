/** The light on the thing pointed at, with its name; cut off where the bar stands, so that all of it can be seen. */
import type { Ref } from 'preact';
import type { Lit } from '@/lib/teaching';
import { useText } from '../i18n/teach';
import { nameOf } from './name';
import type { Room } from './use-room';

/** Room around the thing, in px. */
const MARGIN = 3;
/** Height of the name, roughly: where it fits neither above nor below it stands inside. */
const NAME = 32;

export function Light({ lit, room, lightRef }: { lit: Lit; room: Room; lightRef: Ref<HTMLDivElement> }) {
  const text = useText().picker;
  const left = Math.max(0, lit.box.left - MARGIN);
  const top = Math.max(room.top, lit.box.top - MARGIN);
  const right = Math.min(innerWidth, lit.box.left + lit.box.width + MARGIN);
  const bottom = Math.min(room.bottom, lit.box.top + lit.box.height + MARGIN);
  if (right - left < 2 || bottom - top < 2) return null;
  const place = bottom + NAME < room.bottom ? 'below' : top - NAME > room.top ? 'above' : 'inside';
  const style = { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` };
  return (
    <div class="picker-light" ref={lightRef} style={style} data-barred={lit.barred ? '' : undefined}>
      <span class="picker-name" data-place={place} data-end={left > innerWidth / 2 ? '' : undefined} aria-hidden="true">
        {nameOf(text, lit)}
      </span>
    </div>
  );
}
