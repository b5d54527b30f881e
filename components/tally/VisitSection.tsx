/** Members who need help with the handbook, as a list to take along, with room for what came of the visit when printed. */
import { useText } from '@/components/i18n';
import { Table } from '@/components/ui/Table';
import type { Tally } from '@/lib/model/tally';
import { visitsOf } from '@/lib/tally/visiting';

interface Props {
  tally: Tally;
  /** For each row of the tally, whether the member ever signed in; null: not stated. */
  loggedIn: readonly (boolean | null)[];
}

export function VisitSection({ tally, loggedIn }: Props) {
  const { cell: t, tally: words } = useText();
  const visits = visitsOf(tally, loggedIn);
  return (
    // The table below is the landmark of this name.
    <div class="stack-tight">
      <h3>{t.visits}</h3>
      {visits.length === 0 ? (
        <p>{t.visitsNone}</p>
      ) : (
        <Table
          label={t.visits}
          rows={visits}
          rowKey={({ index }) => index}
          columns={[
            { id: 'order', header: words.columns.order, align: 'end', cell: (_visit, index) => index + 1 },
            { id: 'name', header: words.columns.name, rowHeader: true, cell: ({ member }) => member.name },
            { id: 'need', header: t.visitNeed, cell: ({ need }) => t.needs[need] },
            { id: 'step', header: t.visitStep, cell: ({ need }) => t.needSteps[need] },
          ]}
        />
      )}
    </div>
  );
}
