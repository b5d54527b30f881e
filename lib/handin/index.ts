/** Hand-ins for other programs: `sotay-dong-hanh/handin`. */
export * from '../model/hand-in';
export {
  DECISION_CODES,
  DecisionError,
  applyHandIns,
  decideHarmless,
  type AppliedHandIns,
  type DecisionCode,
  type HandInDecision,
} from './apply';
export { cardFile, cardFingerprint, cardText, checkCard, makeCard, readCard, type CardDraft } from './card';
export { compareWith, type Comparison, type Conflict, type KnownOfMembers, type KnownReading } from './compare';
export { composeHandIn, totalsOf, type Composition, type SourcedTotal } from './compose';
export { CARD_FILE_NAME, handInFileName } from './file-name';
export { createFileMailbox, type Directory, type FileMailboxOptions } from './file-mailbox';
export { checkSigningKey, createOpeningKey, createSigningKey, keyIdOf, openingKeyOf } from './keys';
export { MAX_HAND_IN_BYTES } from './limits';
export { MailboxError, type Delivered, type Mailbox, type Sealed } from './mailbox';
export { createMemoryDirectory } from './memory-directory';
export { openHandIn, refuseReplay, type OpenOptions, type OpenedHandIn } from './open';
export { HAND_IN_CODES, HandInRefusal, type HandInCode } from './refusal';
export {
  reviewHandIns,
  type Known,
  type Question,
  type Review,
  type ReviewRow,
  type ReviewedFile,
  type Standing,
  type Trust,
} from './review';
export { digestOfHandIn, sealHandIn } from './seal';
export type { Who, WhoQuestion } from './who';
export { FINGERPRINT_PHRASES, compareFingerprint, fingerprintBits, fingerprintPhrases, fingerprintText } from './words';
