/** Settings whose heads of papers are those of the cell's own form, once it was filled in. */
import type { Cell } from '@/lib/model/cell';
import type { Settings } from '@/lib/model/settings';

export function withCellHead(
  settings: Settings,
  stored: { cell: Cell; changedAt: string | null } | undefined,
): Settings {
  if (stored === undefined || stored.changedAt === null) return settings;
  const { superior, name, place, secretary } = stored.cell;
  return { ...settings, party: { superior, cell: name, place, secretaryName: secretary } };
}
