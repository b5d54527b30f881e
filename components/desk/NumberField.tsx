/** The number of a document: none yet, or the next of its type in the term, noted in the register so that it is given once. */
import { useEffect } from 'preact/hooks';
import { ontoPresent } from '@/components/hooks/desk-changes';
import { useDb } from '@/components/hooks/use-db';
import { useDesk } from '@/components/hooks/use-desk';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { NotDone } from '@/components/ui/NotDone';
import { Term } from '@/components/ui/Term';
import { type DocumentType, nextNumber } from '@/lib/documents/numbering';
import { listDesk } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';

interface Props {
  type: DocumentType;
  term: string | null;
  unit: string | null;
  /** What the document is made from: the same paper of the same thing keeps its number. */
  about: string;
  title: string;
  now: () => Date;
  onNumber: (number: number | null) => void;
}

export function NumberField({ type, term, unit, about, title, now, onNumber }: Props) {
  const texts = useText();
  const { desk: t, ui } = texts;
  const f = useFormat();
  const db = useDb();
  const { save, undo, status, clear } = useDesk();
  const wanted = term ?? '';
  const register = useLiveQuery(() => listDesk(db, 'documentNumber', { unit }), [db, unit]);
  const own = register.value?.find(({ value }) => value.about === about && value.type === type) ?? null;
  const number = own?.value.number ?? null;
  useEffect(() => onNumber(number), [number]);
  if (register.value === undefined) return null;
  if (wanted === '')
    return (
      <p class="soft">
        {t.noTerm} <a href="#/cell/about">{texts.about.title}</a>
      </p>
    );
  const entries = register.value.map(({ value }) => ({
    type: value.type as DocumentType,
    term: value.term,
    number: value.number,
  })); // written by this field alone
  const next = nextNumber(entries, type, wanted);
  const give = async () => {
    const value = { type, term: wanted, number: next, day: dayInVietnam(now()), title: title.slice(0, 300), about };
    const id = `number ${unit ?? ''} ${wanted} ${type} ${next}`.slice(0, 400);
    const change = await ontoPresent(db, { id, kind: 'documentNumber', unit, removed: false, value });
    // A number that was taken back may be given again; one that another window gave meanwhile is refused as a conflict.
    await save([{ ...change, before: change.before?.removedAt === null ? null : change.before }]);
  };
  return (
    <div class="stack-tight">
      <div class="spread">
        <div class="cluster">
          <span>{number === null ? t.noNumber : t.hasNumber(f.number(number), wanted)}</span>
          <Term about="number" />
        </div>
        {number === null ? (
          <Button size="small" busy={status.state === 'busy'} onClick={() => void give()}>
            {t.giveNumber(f.number(next))}
          </Button>
        ) : undo !== null ? (
          <Button size="small" kind="quiet" busy={status.state === 'busy'} onClick={() => void undo()}>
            {ui.undo}
          </Button>
        ) : null}
      </div>
      <NotDone status={status} onClose={clear} />
    </div>
  );
}
