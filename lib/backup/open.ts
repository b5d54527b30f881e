/** An age v1 file and its passphrase back into text, or the exact reason why not. */
import { Decrypter, armor } from 'age-encryption';
import { MAX_BACKUP_BYTES } from './limits';
import { BackupRefusal } from './refusal';
import { type Derivation, MOST_LOG_N, passphraseIdentity } from './scrypt-stanza';

const INTRO = 'age-encryption.org/';
const VERSION_LINE = 'age-encryption.org/v1\n';
const ARMOR_START = '-----BEGIN AGE ENCRYPTED FILE-----';
/** A header with one passphrase has about 200 bytes; many keys make it longer, nothing makes it this long. */
const MAX_HEADER_BYTES = 64 * 1024;

/** The text inside a sealed file, armored or not. @throws BackupRefusal, or the signal's reason when aborted */
export async function open(file: Uint8Array, passphrase: string, options: Derivation = {}): Promise<string> {
  if (file.length === 0) throw new BackupRefusal('empty', 'the file is empty');
  if (file.length > MAX_BACKUP_BYTES) {
    throw new BackupRefusal('tooLarge', `the file has more than ${MAX_BACKUP_BYTES / 1024 / 1024} MB`);
  }
  const bytes = unarmor(file);
  checkFrame(bytes);
  const identity = passphraseIdentity(passphrase, MOST_LOG_N, options);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    await decrypter.decryptHeader(bytes);
  } catch (error) {
    if (error instanceof BackupRefusal || options.signal?.aborted) throw error;
    throw identity.opened
      ? new BackupRefusal('changedHeader', 'the header was changed after the file was made')
      : new BackupRefusal('damagedHeader', 'the header is not well-formed');
  }
  let plain: Uint8Array;
  try {
    plain = await decrypter.decrypt(bytes);
  } catch {
    throw new BackupRefusal('damagedBody', 'the file was cut or changed after it was made');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    throw new BackupRefusal('notText', 'what is inside is no text');
  }
}

function unarmor(file: Uint8Array): Uint8Array {
  const start = latin(file, 0, 256).trimStart();
  if (!start.startsWith(ARMOR_START.slice(0, 11))) return file;
  if (!start.startsWith(ARMOR_START)) throw new BackupRefusal('notAge', 'the file is no age file');
  try {
    return armor.decode(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    throw new BackupRefusal('brokenArmor', 'the text form of the file is cut or changed');
  }
}

/** Tells a file that is something else, of another version or cut early, before the library sees it. */
function checkFrame(bytes: Uint8Array): void {
  const intro = latin(bytes, 0, VERSION_LINE.length);
  if (!intro.startsWith(VERSION_LINE)) {
    if (VERSION_LINE.startsWith(intro)) throw new BackupRefusal('cutHeader', 'the file ends inside its header');
    if (intro.startsWith(INTRO)) throw new BackupRefusal('otherAgeVersion', 'the file is of another version of age');
    throw new BackupRefusal('notAge', 'the file is no age file');
  }
  const header = latin(bytes, 0, MAX_HEADER_BYTES);
  const mac = header.indexOf('\n--- ');
  const end = mac < 0 ? -1 : header.indexOf('\n', mac + 1);
  if (end < 0) {
    throw bytes.length >= MAX_HEADER_BYTES
      ? new BackupRefusal('damagedHeader', 'the header has no end')
      : new BackupRefusal('cutHeader', 'the file ends inside its header');
  }
  // Nonce of 16 bytes and at least one chunk with its 16-byte mark.
  if (bytes.length < end + 1 + 32) throw new BackupRefusal('damagedBody', 'the file was cut right after its header');
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, Math.min(to, bytes.length)));
}
