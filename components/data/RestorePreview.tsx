/** Before a copy is put back: what it brings, how to join it, and a typed word where something would be dropped. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Choices, TextField } from '@/components/ui/Field';
import type { OpenedBackup } from '@/components/workers/vault-calls';
import { COMPARED_KINDS } from '@/lib/backup/difference';
import type { ConflictChoice, MergeOptions, RestoreMode } from '@/lib/backup/merge';
import { foldLabel } from '@/lib/vi/text';
import { DifferenceTable } from './DifferenceTable';

export function useHow() {
  const { backup: t } = useText();
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [conflicts, setConflicts] = useState<ConflictChoice>('ours');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  // Typing without accents or in small letters is still a clear yes.
  const agreed = mode === 'merge' || foldLabel(typed) === foldLabel(t.replaceWord);
  return {
    mode,
    setMode,
    conflicts,
    setConflicts,
    typed,
    setTyped,
    error: tried && !agreed ? t.replaceMismatch : null,
    take: (): MergeOptions | null => {
      setTried(true);
      return agreed ? { mode, conflicts } : null;
    },
  };
}

export function RestorePreview({ opened, how }: { opened: OpenedBackup; how: ReturnType<typeof useHow> }) {
  const { backup: t } = useText();
  const f = useFormat();
  const { difference } = opened;
  const kinds = COMPARED_KINDS.map((kind) => ({ kind, ...difference.kinds[kind] }));
  const conflicting = kinds.some((kind) => kind.conflicting > 0);
  const lost = kinds.filter((kind) => kind.onlyHere > 0);
  const differs = kinds.some((kind) => kind.new + kind.changed + kind.conflicting + kind.onlyHere > 0);
  return (
    <>
      <p>{t.previewOf(f.instant(opened.exportedAt))}</p>
      {differs ? null : (
        <Banner tone="good">
          <p>{t.allSame}</p>
        </Banner>
      )}
      <DifferenceTable difference={difference} />
      {difference.deletedSince > 0 ? (
        <Banner tone="warn" live="off">
          <p>{t.deletedSince}</p>
        </Banner>
      ) : null}
      <Choices
        legend={t.mode}
        value={how.mode}
        options={(['merge', 'replace'] as const).map((value) => ({ value, label: t.modes[value] }))}
        onChange={how.setMode}
      />
      {conflicting && how.mode === 'merge' ? (
        <Choices
          legend={t.conflictChoice}
          value={how.conflicts}
          options={(['ours', 'theirs'] as const).map((value) => ({ value, label: t.conflictChoices[value] }))}
          onChange={how.setConflicts}
        />
      ) : null}
      {how.mode === 'replace' ? (
        <>
          {lost.length === 0 ? null : (
            <Banner tone="warn" title={t.replaceLoses}>
              <ul class="reasons">
                {lost.map(({ kind, onlyHere }) => (
                  <li key={kind}>{t.replaceLine(f.number(onlyHere), t.kinds[kind].toLocaleLowerCase('vi'))}</li>
                ))}
              </ul>
            </Banner>
          )}
          <TextField label={t.replaceField} value={how.typed} onInput={how.setTyped} error={how.error} />
        </>
      ) : null}
    </>
  );
}
