/** Text into an age v1 file under a passphrase: the stock program `age -d` opens it. */
import { Encrypter } from 'age-encryption';
import { type Derivation, WRITTEN_LOG_N, passphraseRecipient } from './scrypt-stanza';

export interface SealOptions extends Derivation {
  /** log2 of the scrypt work; lower than the default only where thousands of files are tried. */
  logN?: number;
}

/** Seals `text` (UTF-8). @throws the signal's reason when aborted */
export async function seal(text: string, passphrase: string, options: SealOptions = {}): Promise<Uint8Array> {
  const { logN = WRITTEN_LOG_N, ...derivation } = options;
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, logN, derivation));
  return encrypter.encrypt(new TextEncoder().encode(text));
}
