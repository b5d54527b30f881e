/** The keys: a member signs with Ed25519, a secretary opens with an age identity; both are plain data to be sealed and backed up. */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { type OpeningKey, type PublicKey, type SigningKey, ownKeySchema } from '../model/hand-in';
import { HandInRefusal, refusalOf } from './refusal';

/** A new signing key. @throws HandInRefusal `badKey` where the browser's WebCrypto has no Ed25519 (Chromium before 137) */
export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true }).catch(() => {
    throw new HandInRefusal('badKey', 'WebCrypto here has no Ed25519: the browser is too old');
  });
  const { x, d } = await exportJWK(privateKey);
  return parseOwnKey('sign', {
    use: 'sign',
    keyId: await keyIdOf({ kty: 'OKP', crv: 'Ed25519', x: x ?? '' }),
    jwk: { kty: 'OKP', crv: 'Ed25519', x, d },
  });
}

/** A new key to open hand-ins with, as `age-keygen` makes it. */
export async function createOpeningKey(): Promise<OpeningKey> {
  return openingKeyOf(await generateX25519Identity());
}

/** The key for an identity kept elsewhere (`AGE-SECRET-KEY-1…`). @throws HandInRefusal `badKey` */
export async function openingKeyOf(identity: string): Promise<OpeningKey> {
  const recipient = await identityToRecipient(identity).catch(() => {
    throw new HandInRefusal('badKey', 'not an age X25519 identity (AGE-SECRET-KEY-1…)');
  });
  return parseOwnKey('open', { use: 'open', recipient, identity });
}

/** Thumbprint of a public key by RFC 7638: the pseudonym of its owner. */
export function keyIdOf({ kty, crv, x }: PublicKey): Promise<string> {
  return calculateJwkThumbprint({ kty, crv, x });
}

/** The one parser of stored keys; also holds the key to its own id. @throws HandInRefusal `badKey` */
export async function checkSigningKey(raw: unknown): Promise<SigningKey> {
  const key = parseOwnKey('sign', raw);
  if ((await keyIdOf(key.jwk)) !== key.keyId) throw new HandInRefusal('badKey', 'the key does not fit its id', 'keyId');
  return key;
}

type KeyOf = { sign: SigningKey; open: OpeningKey };

function parseOwnKey<U extends keyof KeyOf>(use: U, raw: unknown): KeyOf[U] {
  const parsed = ownKeySchema.safeParse(raw);
  if (!parsed.success) throw refusalOf('badKey', parsed.error);
  if (parsed.data.use !== use) throw new HandInRefusal('badKey', `a key to ${use} with is needed`, 'use');
  return parsed.data as KeyOf[U]; // `use` tells the two apart, and was just compared
}
