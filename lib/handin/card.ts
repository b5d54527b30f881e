/** The recipient card of a cell: made, written as a line of text (for paste and QR) or a small file, read back and checked. */
import { base64urlnopad, bech32 } from '@scure/base';
import { type RecipientCard, type RecipientRole, recipientCardSchema } from '../model/hand-in';
import { cleanText } from '../vi/text';
import { digestOf } from './digest';
import { MAX_CARD_CHARS } from './limits';
import { HandInRefusal, refusalOf } from './refusal';

/** Begins the text form; the rest is the card's JSON as base64url, so that chat programs change nothing in it. */
const TEXT_START = 'sotay-recipient:';

/** Name and keys of a card before it has its fingerprint; the secretary stands first. */
export interface CardDraft {
  cell: string;
  recipients: readonly { role: RecipientRole; key: string }[];
}

/** A card with its fingerprint. @throws HandInRefusal `badCard` */
export async function makeCard({ cell, recipients }: CardDraft): Promise<RecipientCard> {
  const draft = { cell: cleanText(cell), recipients: recipients.map(({ role, key }) => ({ role, key: key.trim() })) };
  return checkCard({
    format: 'sotay-recipient',
    version: 1,
    ...draft,
    fingerprint: await cardFingerprint(draft),
  });
}

/** SHA-256 over name and keys in their order. */
export function cardFingerprint({ cell, recipients }: CardDraft): Promise<string> {
  return digestOf(['sotay-recipient:1', cell, ...recipients.map(({ role, key }) => `${role} ${key}`)].join('\n'));
}

/** The card as one line for a chat, an e-mail or a QR code. */
export function cardText(card: RecipientCard): string {
  const { format: _format, ...rest } = card;
  return TEXT_START + base64urlnopad.encode(new TextEncoder().encode(JSON.stringify(rest)));
}

/** The card as a small file that a person can read. */
export function cardFile(card: RecipientCard): string {
  return `${JSON.stringify(card, null, 2)}\n`;
}

/**
 * Reads either form; the line may stand inside other words and be broken by blanks.
 * @throws HandInRefusal `notACard`, `newerFormat` or `badCard`
 */
export async function readCard(text: string): Promise<RecipientCard> {
  if (text.length > MAX_CARD_CHARS) throw new HandInRefusal('notACard', 'far too long for a card');
  return checkCard(unwrap(text));
}

function unwrap(text: string): unknown {
  const clean = text.replace(/^\ufeff/, '').trim();
  try {
    if (clean.startsWith('{')) return JSON.parse(clean);
    const at = clean.indexOf(TEXT_START);
    if (at >= 0) {
      const packed = /^[A-Za-z0-9_\-\s]*/.exec(clean.slice(at + TEXT_START.length))?.[0] ?? '';
      return { format: 'sotay-recipient', ...(parsePacked(packed) as object) }; // checked against the schema next
    }
  } catch {
    throw new HandInRefusal('badCard', 'the card is cut or changed');
  }
  throw new HandInRefusal('notACard', 'this is no recipient card');
}

/** Words after the line look like more of it: the longest start that is JSON counts. */
function parsePacked(packed: string): unknown {
  const pieces = packed.trim().split(/\s+/);
  for (let count = pieces.length; count > 0; count--) {
    try {
      const bytes = base64urlnopad.decode(pieces.slice(0, count).join(''));
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      // One word less.
    }
  }
  throw new SyntaxError('no JSON in it');
}

/** A parsed card held to schema, checksums of its keys and its own fingerprint. @throws HandInRefusal */
export async function checkCard(raw: unknown): Promise<RecipientCard> {
  const told = (raw ?? {}) as { format?: unknown; version?: unknown }; // only looked at; the schema checks
  if (told.format !== 'sotay-recipient') throw new HandInRefusal('notACard', 'this is no recipient card', 'format');
  if (typeof told.version === 'number' && told.version > 1)
    throw new HandInRefusal('newerFormat', 'the card is of a newer format', 'version');
  const parsed = recipientCardSchema.safeParse(raw);
  if (!parsed.success) throw refusalOf('badCard', parsed.error);
  const card = parsed.data;
  card.recipients.forEach(({ key }, index) => {
    const decoded = bech32.decodeUnsafe(key, 90);
    if (decoded === undefined || decoded.prefix !== 'age')
      throw new HandInRefusal('badCard', 'the key was cut or mistyped', `recipients.${index}.key`);
  });
  if ((await cardFingerprint(card)) !== card.fingerprint)
    throw new HandInRefusal('badCard', 'the card was changed after it was made', 'fingerprint');
  return card;
}
