/** The sheet to print and keep: passphrase, day, file and how to open it; shown on paper only, and only when asked for. */
import { render } from 'preact';
import type { Texts } from '@/components/i18n';

export interface SheetFacts {
  /** As people read it, and as it is typed where the program is not at hand. */
  phrase: string;
  typed: string;
  file: string;
  day: string;
}

export function RecoverySheet({ facts, t }: { facts: SheetFacts; t: Texts['backup'] }) {
  return (
    <article class="sheet">
      <h1>{t.sheetTitle}</h1>
      <dl>
        <dt>{t.sheetFile}</dt>
        <dd>{facts.file}</dd>
        <dt>{t.sheetDate}</dt>
        <dd>{facts.day}</dd>
        <dt>{t.sheetPhrase}</dt>
        <dd class="sheet-phrase">{facts.phrase}</dd>
        {facts.typed === facts.phrase ? null : (
          <>
            <dt>{t.sheetTyped}</dt>
            <dd class="sheet-typed">{facts.typed}</dd>
          </>
        )}
      </dl>
      <h2>{t.sheetOpen}</h2>
      <p>{t.sheetOwn}</p>
      <p>{t.sheetTool(facts.file)}</p>
      <p>
        <strong>{t.sheetKeep}</strong>
      </p>
    </article>
  );
}

/** Prints the sheet alone; the returned function takes it out of the page, as the end of printing does. */
export function printSheet(facts: SheetFacts, t: Texts['backup'], doc: Document = document): () => void {
  const place = doc.createElement('div');
  place.className = 'print-sheet';
  render(<RecoverySheet facts={facts} t={t} />, place);
  doc.body.append(place);
  doc.documentElement.dataset.print = 'sheet';
  const takeAway = () => {
    render(null, place);
    place.remove();
    delete doc.documentElement.dataset.print;
  };
  doc.defaultView?.addEventListener('afterprint', takeAway, { once: true });
  doc.defaultView?.print();
  return takeAway;
}
