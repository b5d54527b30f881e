/** The real checks of the background over every message × sender × shape; counts what got in where it should not. */
import {
  contentMessageSchema,
  glanceMessageSchema,
  isTooLarge,
  ownPageMessageSchema,
  panelMessageSchema,
} from '../../entrypoints/background/messages';
import { pickerMessageSchema } from '../../entrypoints/background/teaching-messages';
import { BURST, PER_SECOND, createRateLimit } from '../../entrypoints/background/rate';
import { contentTab, isOwnPage, panelTab, type Sender } from '../../entrypoints/background/senders';
import { DOORS, type Door, RIGHT, SENDERS, US, bend } from './message-cases';
import { type Row, atLeast, none } from './rows';

const SCHEMAS = {
  content: contentMessageSchema,
  ownPage: ownPageMessageSchema,
  panel: panelMessageSchema,
  picker: pickerMessageSchema,
  glance: glanceMessageSchema,
};

/** Who is let in at a door: the background's own checks. */
function admits(door: Door, sender: Sender): boolean {
  if (door === 'content') return contentTab(sender, US) !== null;
  if (door === 'panel' || door === 'picker') return panelTab(sender, US) !== null;
  return isOwnPage(sender, US);
}

/** As the background does it: sender, then size, then shape. */
function isTaken(door: Door, sender: Sender, message: unknown): boolean {
  return admits(door, sender) && !isTooLarge(message) && SCHEMAS[door].safeParse(message).success;
}

/**
 * Popup, side panel and dashboard speak at two doors: by messages and by the port for glances. Overlay and picker are the same
 * page; that a picker was asked for is checked by the pointing itself.
 */
const opens = (door: Door, own: Door | null) =>
  door === own || (door === 'glance' && own === 'ownPage') || (door === 'picker' && own === 'panel');

export function playMatrix(): Row[] {
  const wrong: string[] = [];
  const refused: string[] = [];
  let tried = 0;
  let right = 0;
  const attempt = (door: Door, who: (typeof SENDERS)[number], message: unknown, what: string, may: boolean) => {
    tried++;
    const taken = isTaken(door, who.sender, message);
    if (taken && !may) wrong.push(`${who.name} at ${door}: ${what}`);
    if (may && !taken) refused.push(`${who.name} at ${door}: ${what}`);
    if (may && taken) right++;
  };
  for (const who of SENDERS) {
    for (const door of DOORS) {
      for (const home of DOORS) {
        for (const message of RIGHT[home]) {
          attempt(door, who, message, JSON.stringify(message).slice(0, 80), opens(door, who.door) && home === door);
        }
      }
    }
  }
  for (const door of DOORS) {
    const who = SENDERS.find((one) => opens(door, one.door));
    if (who === undefined) continue;
    for (const message of RIGHT[door]) {
      for (const bent of bend(message))
        attempt(door, who, bent.message, `${JSON.stringify(message).slice(0, 60)} ${bent.name}`, false);
    }
  }
  return [
    atLeast('messages tried on the checks', tried, 2_000),
    none('messages let in that should not be', wrong),
    none('right messages refused', refused),
    atLeast('control: right messages taken', right, 20),
    none('floods let through', floods()),
    none('keys left on prototypes', Object.keys(Object.prototype)),
  ];
}

/** No sender gets more through than a burst and what refills, whatever the clock does. */
function floods(): string[] {
  const found: string[] = [];
  for (const steps of [0, 1, 5, 100]) {
    const limit = createRateLimit();
    let taken = 0;
    for (let count = 0; count < 2_000; count++) if (limit.take(1, 1_000_000 + count * steps)) taken++;
    const most = BURST + Math.ceil((2_000 * steps * PER_SECOND) / 1_000) + 1;
    if (taken > most) found.push(`${taken} of 2000, ${steps} ms apart`);
    if (!limit.take(2, 1_000_000)) found.push('another tab pays for it');
  }
  const limit = createRateLimit();
  limit.take(1, Date.parse('2036-01-01'));
  if (!limit.take(1, Date.parse('2026-01-01'))) found.push('a clock set back ten years shuts a tab out');
  return found;
}
