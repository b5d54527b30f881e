/** The editable numbers of a layout, typed by the person and checked as a whole before anything is kept. */
import { type DocProfile, DocProfileError, checkDocProfile } from '@/lib/model/doc-profile';

export const MARGINS = ['top', 'bottom', 'left', 'right'] as const;
export const SIZES = [
  'party',
  'organisation',
  'number',
  'placeDate',
  'type',
  'abstract',
  'body',
  'table',
  'recipients',
  'signature',
  'pageNumber',
] as const;
export const BODY = ['firstLineIndent', 'lineSpacing', 'spaceAfter'] as const;

/** What stands in the number fields, as typed. */
export type Typed = Readonly<Record<string, string>>;

/** Texts of all number fields, by the path of their field. */
export function typedNumbers(profile: DocProfile): Typed {
  const show = (value: number) => String(value).replace('.', ',');
  return Object.fromEntries([
    ...MARGINS.map((side) => [`page.margins.${side}`, show(profile.page.margins[side])]),
    ...SIZES.map((size) => [`fonts.${size}`, show(profile.fonts[size])]),
    ...BODY.map((part) => [`body.${part}`, show(profile.body[part])]),
  ]);
}

/** Paths of fields that hold no number. */
export function wrongNumbers(typed: Typed): string[] {
  return Object.keys(typed).filter((path) => numberOf(typed[path]) === null);
}

function numberOf(text = ''): number | null {
  const clean = text.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(clean) ? Number(clean) : null;
}

/** The layout with what was typed, its version one higher, or everything that is wrong with it. */
export function withNumbers(
  profile: DocProfile,
  typed: Typed,
): { profile: DocProfile } | { issues: readonly string[] } {
  const read = (path: string, before: number) => numberOf(typed[path]) ?? before;
  const { margins } = profile.page;
  const { body } = profile;
  const sizes = Object.fromEntries(SIZES.map((size) => [size, read(`fonts.${size}`, profile.fonts[size])]));
  const next = {
    ...profile,
    profileVersion: profile.profileVersion + 1,
    page: {
      ...profile.page,
      margins: Object.fromEntries(MARGINS.map((side) => [side, read(`page.margins.${side}`, margins[side])])),
    },
    fonts: { ...profile.fonts, ...sizes },
    body: Object.fromEntries(BODY.map((part) => [part, read(`body.${part}`, body[part])])),
  };
  try {
    return { profile: checkDocProfile(next) };
  } catch (error) {
    if (error instanceof DocProfileError) return { issues: error.issues };
    throw error;
  }
}
