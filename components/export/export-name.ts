/** File names that tell days and nothing else: a name in the downloads folder must not reveal what the file is about. */
import type { ExportKind } from '@/components/workers/desk-calls';
import type { Period } from '@/lib/model/period';

const ENDINGS: Record<ExportKind, string> = { xlsx: '.xlsx', csvSemicolon: '.csv', csvComma: '.csv', json: '.json' };

/** `tong-hop-2026-07-01-2026-09-30.xlsx`. */
export function exportName(period: Period, kind: ExportKind): string {
  return `tong-hop-${period.from}-${period.to}${ENDINGS[kind]}`;
}
