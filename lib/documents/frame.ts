/** Header, closing and notes that every document shares, from who issues it and the profile; and the checks on them. */
import type { DocProfile } from '../model/doc-profile';
import { foldLabel } from '../vi/text';
import { type Finding, finding } from './findings';
import type { Frame, Issuer } from './inputs';
import { type DocumentType, numberLine } from './numbering';
import type { Block, Paper, Signature } from './paper';
import { placeAndDay, respell } from './wording';

/** Stands on papers that a person has yet to read, complete and sign. */
export const DRAFT_LINE = 'Bản dự thảo do phần mềm soạn, xóa dòng này trước khi ký';

/** What a definition adds to the frame. */
export interface PaperParts {
  definition: string;
  /** Null for a paper that carries no number. */
  type: DocumentType | null;
  landscape?: boolean;
  draft?: string | null;
  title: Paper['title'];
  blocks: readonly Block[];
  /** Default: the issuer's signature. */
  signatures?: readonly Signature[];
  /** Default: the issuer's recipients and the profile's last line; null leaves the block out. */
  recipients?: readonly string[] | null;
  notes?: readonly string[];
  appendices?: Paper['appendices'];
}

/** The document in the profile's frame. */
export function framePaper(input: Frame, profile: DocProfile, parts: PaperParts): Paper {
  const { issuer } = input;
  return {
    definition: parts.definition,
    profile,
    landscape: parts.landscape ?? false,
    header: {
      superior: issuer.superior,
      body: issuer.name,
      number: parts.type === null ? null : numberLine(input.number, parts.type, issuer.kind, profile),
      placeDate: placeAndDay(issuer.place, input.day, profile),
    },
    draft: parts.draft ?? null,
    title: parts.title,
    blocks: parts.blocks,
    closing: {
      recipients: parts.recipients === undefined ? recipientsOf(issuer, profile) : parts.recipients,
      signatures: parts.signatures ?? [signatureOf(issuer, profile)],
    },
    notes: parts.notes ?? [],
    appendices: parts.appendices ?? [],
    madeAt: input.madeAt,
  };
}

function recipientsOf(issuer: Issuer, { recipients, ...profile }: DocProfile): string[] {
  const last = issuer.kind === 'cell' ? recipients.lastCell : recipients.lastCommittee;
  const others = issuer.recipients.map((one) => `${one.replace(/[\s,;.]+$/u, '')},`);
  return [...others, respell(last, profile)];
}

function signatureOf(issuer: Issuer, profile: DocProfile): Signature {
  return {
    head: issuer.signer.head ?? respell(profile.signature[issuer.kind], profile),
    title: respellTitle(issuer.signer.title, profile),
    name: issuer.signer.name,
  };
}

function respellTitle(title: string, profile: DocProfile): string | null {
  return title === '' ? null : respell(title.toLocaleUpperCase('vi'), profile);
}

const ACADEMIC = ['gs', 'pgs', 'ts', 'ths', 'tskh', 'bs', 'ks', 'cn', 'ncs'];

/** Number, place, signature and seal (HD 05-HD/VPTW: T/M CHI BỘ, no K/T, no academic title, a cell has no seal). */
export function checkFrame(input: Frame, profile: DocProfile, type: DocumentType | null, own = true): Finding[] {
  const { issuer } = input;
  const { signer } = issuer;
  const found: Finding[] = [];
  if (type !== null && input.number === null) found.push(finding('missingDocumentNumber'));
  if (issuer.place === null || issuer.place.trim() === '') found.push(finding('missingPlace'));
  if (!own) return found;
  const expected = respell(profile.signature[issuer.kind], profile);
  if (signer.head !== null && signer.head !== expected) {
    found.push(finding('signatureOverride', { found: signer.head, expected }));
  }
  for (const part of [signer.head ?? '', signer.title]) {
    if (/^k\s*[/.]?\s*t\b/i.test(part.trim())) found.push(finding('actingSignature', { found: part }));
  }
  const all = [signer.head ?? '', signer.title, signer.name ?? ''];
  const sealed = all.find((part) => foldLabel(part).includes('dong dau'));
  if (issuer.kind === 'cell' && sealed !== undefined) found.push(finding('sealOfCell', { found: sealed }));
  if (signer.name === null || signer.name.trim() === '') found.push(finding('missingSigner'));
  else {
    const first = foldLabel(signer.name.split(/[\s.]+/)[0] ?? '');
    if (ACADEMIC.includes(first) && /^\S+\./.test(signer.name)) {
      found.push(finding('academicTitle', { found: signer.name }));
    }
  }
  return found;
}
