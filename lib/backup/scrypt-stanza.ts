/** The passphrase part of an age file (scrypt stanza) with progress and cancel, which the library's own does not tell. */
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { randomBytes } from '@noble/hashes/utils.js';
import { base64nopad } from '@scure/base';
import { BackupRefusal } from './refusal';

/** Work factor written: 2^18, twice OWASP's least, since a file may be attacked for years. */
export const WRITTEN_LOG_N = 18;
/** Largest work factor read: 2^20 takes about a gigabyte. */
export const MOST_LOG_N = 20;

export interface Derivation {
  /** Told from 0 to 1 while the passphrase is turned into a key. */
  onProgress?: ((fraction: number) => void) | undefined;
  /** Looked at on every step of progress. */
  signal?: AbortSignal | undefined;
}

const LABEL = new TextEncoder().encode('age-encryption.org/v1/scrypt');
const NONCE = new Uint8Array(12);
const SALT_BYTES = 16;
const SEALED_KEY_BYTES = 32;

function deriveKey(passphrase: string, salt: Uint8Array, logN: number, { onProgress, signal }: Derivation): Uint8Array {
  signal?.throwIfAborted();
  const labelled = new Uint8Array(LABEL.length + salt.length);
  labelled.set(LABEL);
  labelled.set(salt, LABEL.length);
  return scrypt(passphrase, labelled, {
    N: 2 ** logN,
    r: 8,
    p: 1,
    dkLen: 32,
    onProgress: (fraction) => {
      // A throw ends the derivation.
      signal?.throwIfAborted();
      onProgress?.(fraction);
    },
  });
}

/** Seals the file key under a passphrase. */
export function passphraseRecipient(passphrase: string, logN: number, derivation: Derivation): Recipient {
  return {
    wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_BYTES);
      const key = deriveKey(passphrase, salt, logN, derivation);
      const body = chacha20poly1305(key, NONCE).encrypt(fileKey);
      return [new Stanza(['scrypt', base64nopad.encode(salt), String(logN)], body)];
    },
  };
}

export interface PassphraseIdentity extends Identity {
  /** True once the passphrase was found to be right. */
  readonly opened: boolean;
}

/** Opens the file key with a passphrase, once; what is not a lone scrypt stanza of bearable work is refused before any work. */
export function passphraseIdentity(passphrase: string, mostLogN: number, derivation: Derivation): PassphraseIdentity {
  let known: Uint8Array | null = null;
  return {
    get opened() {
      return known !== null;
    },
    unwrapFileKey(stanzas) {
      // The header is parsed once to check it and once to read on.
      if (known !== null) return known.slice();
      const { salt, logN, body } = readStanza(stanzas, mostLogN);
      const key = deriveKey(passphrase, salt, logN, derivation);
      try {
        known = chacha20poly1305(key, NONCE).decrypt(body);
      } catch {
        throw new BackupRefusal('wrongPassphrase', 'the passphrase does not open this file');
      }
      return known.slice();
    },
  };
}

function readStanza(stanzas: readonly Stanza[], mostLogN: number) {
  const [stanza, ...more] = stanzas;
  if (stanza === undefined) throw new BackupRefusal('damagedHeader', 'the header names no recipient');
  // The specification: a passphrase stands alone, so that whoever knows it cannot be fooled about who else may read.
  if (stanza.args[0] !== 'scrypt' || more.length > 0) {
    throw new BackupRefusal('otherRecipients', 'the file is sealed with keys, not with one passphrase');
  }
  const [, salt64 = '', work = '', ...rest] = stanza.args;
  const salt = decode(salt64);
  if (rest.length > 0 || salt?.length !== SALT_BYTES || !/^[1-9][0-9]?$/.test(work)) {
    if (/^[1-9][0-9]{2,}$/.test(work)) throw tooMuch(work, mostLogN);
    throw new BackupRefusal('damagedHeader', 'the passphrase line of the header is not well-formed');
  }
  const logN = Number(work);
  if (logN > mostLogN) throw tooMuch(work, mostLogN);
  if (stanza.body.length !== SEALED_KEY_BYTES) {
    throw new BackupRefusal('damagedHeader', 'the sealed key in the header has a wrong length');
  }
  return { salt, logN, body: stanza.body };
}

function tooMuch(work: string, most: number): BackupRefusal {
  return new BackupRefusal(
    'tooMuchWork',
    `the file asks for a work factor of 2^${work.slice(0, 12)}; the limit is 2^${most}`,
  );
}

function decode(text: string): Uint8Array | null {
  try {
    return base64nopad.decode(text);
  } catch {
    return null;
  }
}
