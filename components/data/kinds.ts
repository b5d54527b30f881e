/** What each kind of record is called and what it is for. */
import type { Texts } from '@/components/i18n';

/** A kind without words of its own shows its plain name, so that nothing kept goes untold. */
export function kindText(kind: string, t: Texts['data']): { what: string; why: string } {
  const known = Object.hasOwn(t.tables, kind) ? t.tables[kind] : undefined;
  return known ? { what: known[0], why: known[1] } : { what: kind, why: t.otherTable };
}
