/** Why a list was refused: every problem with its row, column and reason; nothing of it was taken. */
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Table } from '@/components/ui/Table';
import type { DeskFailure } from '@/components/workers/desk-calls';

export function ListProblems({ name, failure }: { name: string; failure: DeskFailure }) {
  const { tally: t, imports } = useText();
  const f = useFormat();
  return (
    <section class="stack" aria-label={t.refused(name)}>
      <Banner tone="bad" title={t.refused(name)}>
        {failure.kind === 'failed' ? <p class="wrap-anywhere">{failure.detail}</p> : null}
        {failure.kind === 'import' && failure.total > failure.issues.length ? (
          <p>{t.problemsAll(f.number(failure.issues.length), f.number(failure.total))}</p>
        ) : null}
      </Banner>
      {failure.kind === 'import' ? (
        <Table
          label={t.warnings}
          rows={failure.issues}
          rowKey={(_, index) => index}
          columns={[
            {
              id: 'file',
              header: t.problem.file,
              // Named above as well, unless it is one of several sheets.
              minor: failure.issues.every(({ sheet }) => sheet === failure.issues[0]?.sheet),
              cell: ({ file, sheet }) => (
                <span class="wrap-anywhere">{sheet === null ? file : `${file}, ${sheet}`}</span>
              ),
            },
            { id: 'row', header: t.problem.row, align: 'end', cell: ({ row }) => (row === null ? '–' : f.number(row)) },
            { id: 'column', header: t.problem.column, cell: ({ column }) => column ?? '–' },
            { id: 'reason', header: t.problem.reason, rowHeader: true, cell: ({ code }) => imports.codes[code] },
            {
              id: 'value',
              header: t.problem.value,
              cell: ({ value }) => <span class="wrap-words">{value ?? '–'}</span>,
            },
          ]}
        />
      ) : null}
    </section>
  );
}
