/** A sealed file back into the document and who signed it, or the exact reason why not. */
import { Decrypter } from 'age-encryption';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import * as z from 'zod';
import {
  type HandIn,
  type OpeningKey,
  type TakenHandIn,
  handInSchema,
  keyIdSchema,
  publicKeySchema,
} from '../model/hand-in';
import { digestOf } from './digest';
import { keyIdOf } from './keys';
import { CLOCK_TOLERANCE_MS, MAX_HAND_IN_BYTES, MAX_HEADER_BYTES } from './limits';
import { unpack } from './packing';
import { HandInRefusal, refusalOf } from './refusal';
import { SIGNATURE } from './seal';

/** A document whose signature fits its sender's key; whether that key is the member's is for the review to say. */
export interface OpenedHandIn {
  handIn: HandIn;
  /** SHA-256 of the signed document: two files with one digest say the same. */
  digest: string;
}

export interface OpenOptions {
  now: Date;
  /** Fingerprints of the cards given out; a document for another card is refused. Empty: any card. */
  cards?: readonly string[];
  /** What was taken over before: an older revision, or another text under the same number, is refused. */
  taken?: readonly Pick<TakenHandIn, 'from' | 'period' | 'revision' | 'digest'>[];
}

const VERSION_LINE = 'age-encryption.org/v1\n';

/** Opens, verifies and checks. @throws HandInRefusal */
export async function openHandIn(
  file: Uint8Array,
  keys: readonly OpeningKey[],
  options: OpenOptions,
): Promise<OpenedHandIn> {
  const { now, cards = [], taken = [] } = options;
  const jws = await unpack(await decrypt(file, keys));
  const opened = await verify(jws);
  const { handIn } = opened;
  if (cards.length > 0 && !cards.includes(handIn.to))
    throw new HandInRefusal('otherCard', 'it was made for another cell’s card', 'to');
  const latest = now.getTime() + CLOCK_TOLERANCE_MS;
  if (Date.parse(handIn.createdAt) > latest) throw new HandInRefusal('fromFuture', 'dated in the future', 'createdAt');
  refuseReplay(opened, taken);
  return opened;
}

/** Holds a document against what was taken over. @throws HandInRefusal `olderRevision`, `sameRevisionChanged` */
export function refuseReplay({ handIn, digest }: OpenedHandIn, taken: NonNullable<OpenOptions['taken']>): void {
  const { from, period, revision } = handIn;
  for (const one of taken) {
    if (one.from !== from || one.period.from !== period.from || one.period.to !== period.to) continue;
    if (one.revision > revision)
      throw new HandInRefusal('olderRevision', `revision ${one.revision} was taken over already`, 'revision');
    if (one.revision === revision && one.digest !== digest)
      throw new HandInRefusal('sameRevisionChanged', 'another text under the same revision was taken over', 'revision');
  }
}

async function decrypt(file: Uint8Array, keys: readonly OpeningKey[]): Promise<Uint8Array<ArrayBuffer>> {
  checkFrame(file);
  const decrypter = new Decrypter();
  for (const { identity } of keys) decrypter.addIdentity(identity);
  try {
    await decrypter.decryptHeader(file);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    // The library (pinned, tests hold it to this) has no codes.
    if (said.includes('no identity matched')) throw new HandInRefusal('otherRecipient', 'sealed for other keys');
    if (said.includes('HMAC')) throw new HandInRefusal('changedHeader', 'the header was changed after it was made');
    throw new HandInRefusal('damagedHeader', 'the header is not well-formed');
  }
  try {
    return (await decrypter.decrypt(file)).slice();
  } catch {
    throw new HandInRefusal('damagedBody', 'the file was cut or changed after it was made');
  }
}

function checkFrame(file: Uint8Array): void {
  if (file.length === 0) throw new HandInRefusal('empty', 'the file is empty');
  if (file.length > MAX_HAND_IN_BYTES) throw new HandInRefusal('tooLarge', 'larger than any hand-in');
  const head = new TextDecoder('latin1').decode(file.subarray(0, MAX_HEADER_BYTES));
  if (!head.startsWith(VERSION_LINE.slice(0, head.length)))
    throw new HandInRefusal('notAge', 'not a file that members hand in');
  const mac = head.indexOf('\n--- ');
  const end = mac < 0 ? -1 : head.indexOf('\n', mac + 1);
  if (end >= 0) {
    if (file.length < end + 1 + 32) throw new HandInRefusal('damagedBody', 'the file was cut right after its header');
    return;
  }
  throw file.length >= MAX_HEADER_BYTES
    ? new HandInRefusal('damagedHeader', 'the header has no end')
    : new HandInRefusal('cutHeader', 'the file ends inside its header');
}

const headerSchema = z.strictObject({ alg: z.literal(SIGNATURE), kid: keyIdSchema, jwk: publicKeySchema });

async function verify(jws: string): Promise<OpenedHandIn> {
  const header = headerOf(jws);
  const key = await importJWK({ ...header.jwk, alg: SIGNATURE }).catch(() => null);
  if (key === null) throw new HandInRefusal('notSigned', 'the sender’s key is none');
  if ((await keyIdOf(header.jwk)) !== header.kid)
    throw new HandInRefusal('keyMismatch', 'the key does not fit the id it is given', 'kid');
  const verified = await compactVerify(jws, key, { algorithms: [SIGNATURE] }).catch(() => null);
  if (verified === null) throw new HandInRefusal('badSignature', 'the signature does not fit the document');
  const handIn = parse(verified.payload);
  if (handIn.from !== header.kid)
    throw new HandInRefusal('keyMismatch', 'signed with another key than it names', 'from');
  return { handIn, digest: await digestOf(verified.payload.slice()) };
}

function headerOf(jws: string): z.infer<typeof headerSchema> {
  let raw: unknown;
  try {
    raw = decodeProtectedHeader(jws);
  } catch {
    throw new HandInRefusal('notSigned', 'what is inside is no signed document');
  }
  const parsed = headerSchema.safeParse(raw);
  if (!parsed.success) throw refusalOf('notSigned', parsed.error);
  return parsed.data;
}

function parse(payload: Uint8Array): HandIn {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload));
  } catch {
    throw new HandInRefusal('notJson', 'what is signed is no JSON');
  }
  const told = (raw ?? {}) as { format?: unknown; version?: unknown; createdAt?: unknown }; // only looked at
  if (told.format !== 'sotay-hand-in') throw new HandInRefusal('otherFormat', 'not a hand-in', 'format');
  if (told.version !== 1) {
    const newer = typeof told.version === 'number' && told.version > 1;
    throw new HandInRefusal(newer ? 'newerFormat' : 'otherFormat', 'of a version not known here', 'version');
  }
  const parsed = handInSchema.safeParse(raw);
  if (!parsed.success) throw refusalOf('wrongShape', parsed.error);
  return parsed.data;
}
