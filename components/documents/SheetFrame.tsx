/** The frame a paper lies in: scrolls by keyboard, scales the sheet to its room. */
import { useText } from '@/components/i18n';
import { pageOf } from '@/lib/documents/geometry';
import type { Paper } from '@/lib/documents/paper';
import { PaperDocument } from './PaperDocument';
import { useFit } from './use-fit';

export function SheetFrame({ paper, name }: { paper: Paper; name: string }) {
  const { documents: t } = useText();
  const ref = useFit(pageOf(paper).width);
  return (
    <div ref={ref} class="sheet-frame" tabIndex={0} role="region" aria-label={t.preview(name)}>
      <PaperDocument paper={paper} label={name} />
    </div>
  );
}
