/** Backups for other programs: `sotay-dong-hanh/backup`. */
export {
  COMPARED_KINDS,
  RECORD_KINDS,
  compareData,
  type ComparedKind,
  type Difference,
  type Example,
  type KindDifference,
} from './difference';
export {
  CONFLICT_CHOICES,
  RESTORE_MODES,
  mergeData,
  type ConflictChoice,
  type MergeOptions,
  type RestoreMode,
} from './merge';
export { MAX_BACKUP_BYTES } from './limits';
export { open } from './open';
export { foldPassphrase, generatePassphrase, generatedBits, type GeneratedPassphrase } from './passphrase';
export { checkData, readPayload, writePayload } from './payload';
export { BackupRefusal, REFUSAL_CODES, type RefusalCode } from './refusal';
export { MOST_LOG_N, WRITTEN_LOG_N, type Derivation } from './scrypt-stanza';
export { seal, type SealOptions } from './seal';
export { WEAKNESSES, findWeakness, type Weakness } from './strength';
