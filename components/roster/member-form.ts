/** The form of one member as texts and choices: from what is stored, from a draft, and to what is saved. Pure. */
import { ABSENCE_REASONS, EXEMPTIONS, MEMBER_STATUSES, type Member } from '@/lib/model/member';
import { cleanText } from '@/lib/vi/text';
import type { Exemptions, Stays } from './HistoryFields';

export type Choice = '' | 'yes' | 'no';
const CHOICES: readonly Choice[] = ['', 'yes', 'no'];

export interface MemberForm {
  name: string;
  code: string;
  role: string;
  status: NonNullable<Member['status']> | '';
  installed: Choice;
  loggedIn: Choice;
  eligible: Choice;
  /** One of the standard reasons; `KHAC` with its own words. */
  reason: (typeof ABSENCE_REASONS)[number] | '';
  words: string;
  /** Day from which a new role or status holds; '' puts them right for all the time. */
  since: string;
  stays: Stays;
  exemptions: Exemptions;
}

/** The form, and what it began with: fields nobody touched follow what is stored meanwhile. */
export interface MemberDraftText {
  began: MemberForm;
  form: MemberForm;
}

export function memberForm(member: Member | null): MemberForm {
  const known = ABSENCE_REASONS.find((one) => one === member?.reason);
  return {
    name: member?.name ?? '',
    code: member?.code ?? '',
    role: member?.role ?? '',
    status: member?.status ?? '',
    installed: toChoice(member?.installed),
    loggedIn: toChoice(member?.loggedIn),
    eligible: toChoice(member?.eligible),
    reason: member?.reason == null ? '' : (known ?? 'KHAC'),
    words: known === undefined ? (member?.reason ?? '') : '',
    since: '',
    stays: member?.stays ?? [],
    exemptions: member?.exemptions ?? [],
  };
}

/** What is saved of the form. */
export function memberEntry(form: MemberForm, member: Member | null) {
  const { stays, exemptions, reason, status } = form;
  return {
    name: cleanText(form.name),
    code: orNull(form.code),
    role: orNull(form.role),
    status: status === '' ? null : status,
    installed: fromChoice(form.installed),
    eligible: fromChoice(form.eligible),
    loggedIn: fromChoice(form.loggedIn),
    // Unchanged history is left out: an old entry keeps its shape.
    ...(stays.length > 0 || member?.stays !== undefined ? { stays } : {}),
    ...(exemptions.length > 0 || member?.exemptions !== undefined ? { exemptions } : {}),
    reason: reason === 'KHAC' ? (orNull(form.words) ?? 'KHAC') : orNull(reason),
  };
}

/** A draft as it was kept; null when it is of another shape. */
export function readMemberDraft(value: unknown): MemberDraftText | null {
  if (!isFields(value)) return null;
  const { began, form } = value;
  return isMemberForm(began) && isMemberForm(form) ? { began, form } : null;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const among = (value: unknown, all: readonly string[]) => typeof value === 'string' && all.includes(value);
const isEnd = (value: unknown) => value === null || typeof value === 'string';

function isMemberForm(value: unknown): value is MemberForm {
  if (!isFields(value)) return false;
  const texts = ['name', 'code', 'role', 'words', 'since'];
  const spans = (list: unknown, more: (one: Fields) => boolean) =>
    Array.isArray(list) && list.every((one) => isFields(one) && isEnd(one['from']) && isEnd(one['to']) && more(one));
  return (
    texts.every((field) => typeof value[field] === 'string') &&
    ['installed', 'loggedIn', 'eligible'].every((field) => among(value[field], CHOICES)) &&
    among(value['status'], ['', ...MEMBER_STATUSES]) &&
    among(value['reason'], ['', ...ABSENCE_REASONS]) &&
    spans(value['stays'], () => true) &&
    spans(value['exemptions'], (one) => among(one['kind'], EXEMPTIONS) && typeof one['reason'] === 'string')
  );
}

function toChoice(value: boolean | null | undefined): Choice {
  return value === null || value === undefined ? '' : value ? 'yes' : 'no';
}

function fromChoice(choice: Choice): boolean | null {
  return choice === '' ? null : choice === 'yes';
}

function orNull(text: string): string | null {
  const clean = cleanText(text);
  return clean === '' ? null : clean;
}
