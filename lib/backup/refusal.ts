/** Why a backup file is refused: one code for each reason, with the place in the file where there is one. */

/** Stable codes; the interface and the program word them. */
export const REFUSAL_CODES = [
  // the file
  'empty',
  'tooLarge',
  'notAge',
  'otherAgeVersion',
  'brokenArmor',
  'cutHeader',
  'damagedHeader',
  'otherRecipients',
  'tooMuchWork',
  'wrongPassphrase',
  'changedHeader',
  'damagedBody',
  // what is in it
  'notText',
  'notJson',
  'tooDeep',
  'forbiddenKey',
  'otherFormat',
  'newerFormat',
  'newerData',
  'wrongShape',
  'wrongCount',
  'sameIdTwice',
  'badRow',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Thrown when a backup is refused as a whole; nothing of it is used. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal';
  constructor(
    readonly code: RefusalCode,
    /** English reason. */
    readonly reason: string,
    /** Path inside the data, `readings[17].total`; null when the whole file is meant. */
    readonly where: string | null = null,
  ) {
    super(where === null ? reason : `${where}: ${reason}`);
  }
}
