/** What a copy brings, kind by kind, with examples of what is new, newer and in conflict. */
import { useFormat, useText } from '@/components/i18n';
import { Table } from '@/components/ui/Table';
import { COMPARED_KINDS, type ComparedKind, type Difference, type KindDifference } from '@/lib/backup/difference';

const PARTS = ['new', 'changed', 'conflicting', 'onlyHere'] as const;

export function DifferenceTable({ difference }: { difference: Difference }) {
  const { backup: t } = useText();
  const f = useFormat();
  const rows = COMPARED_KINDS.map((kind) => ({ kind, found: difference.kinds[kind] })).filter(
    ({ found }) => found.same + PARTS.reduce((sum, part) => sum + found[part], 0) > 0,
  );
  const count = (part: keyof KindDifference & ('same' | (typeof PARTS)[number])) => ({
    id: part,
    header: t.columns[part],
    align: 'end' as const,
    cell: ({ found }: { found: KindDifference }) => f.number(found[part]),
  });
  const shown = rows.filter(({ found }) => PARTS.some((part) => found.examples[part].length > 0));
  return (
    <>
      <Table
        label={t.restoreTitle}
        rows={rows}
        rowKey={({ kind }) => kind}
        columns={[
          { id: 'kind', header: t.columns.kind, rowHeader: true, cell: ({ kind }) => t.kinds[kind] },
          count('new'),
          count('changed'),
          count('same'),
          count('conflicting'),
          count('onlyHere'),
        ]}
      />
      {shown.length === 0 ? null : (
        <details>
          <summary>{t.examples}</summary>
          <div class="stack examples">
            {shown.map(({ kind, found }) => (
              <Examples key={kind} kind={kind} found={found} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Examples({ kind, found }: { kind: ComparedKind; found: KindDifference }) {
  const { backup: t, settings } = useText();
  // A setting without words of its own is shown by its name in the file.
  const words = settings as unknown as Record<string, unknown>;
  const nameOf = (label: string) =>
    kind !== 'settings' ? label : t.setting(typeof words[label] === 'string' ? words[label] : label);
  return (
    <section>
      <h3>{t.kinds[kind]}</h3>
      {PARTS.filter((part) => found.examples[part].length > 0).map((part) => (
        <div key={part}>
          <h4>{t.columns[part]}</h4>
          <ul class="reasons">
            {found.examples[part].map((example, index) => (
              <li key={index} class="wrap-anywhere">
                {nameOf(example.label)}
                {part === 'changed' || part === 'conflicting' ? (
                  <>
                    {example.ours === null ? null : <div>{`${t.exampleOurs}: ${example.ours}`}</div>}
                    {example.theirs === null ? null : <div>{`${t.exampleTheirs}: ${example.theirs}`}</div>}
                  </>
                ) : (
                  <> {example.theirs ?? example.ours}</>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
