/** Kinds of lists in the order people look for them, and the glossary's words for their fields. */
import { FIELD_TERMS } from '@/lib/model/glossary';
import type { TableKind } from '@/lib/model/observation';

export const TAUGHT_KINDS: readonly TableKind[] = [
  'ranking',
  'members',
  'meetings',
  'documents',
  'study',
  'quiz',
  'attendance',
  'tasks',
  'notices',
  'units',
];

/** A field in words; one the glossary lacks by its own name. */
export function termOf(field: string, language: 'vi' | 'en'): string {
  const terms: Partial<Record<string, { vi: string; en: string }>> = FIELD_TERMS;
  return terms[field]?.[language] ?? field;
}
