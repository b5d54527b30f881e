/** The quiet line that offers the tour until it was taken or declined, and the place in the settings to take it again. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { useTour } from './TourProvider';

export function TourOffer({ seen }: { seen: boolean }) {
  const { tour: t } = useText();
  const { start, decline, over } = useTour();
  if (seen || over) return null;
  return (
    <div class="cluster no-print">
      <p class="soft">{t.offer}</p>
      <Button kind="quiet" size="small" onClick={start}>
        {t.start}
      </Button>
      <Button kind="quiet" size="small" onClick={decline}>
        {t.decline}
      </Button>
    </div>
  );
}

export function TourSection() {
  const { tour: t } = useText();
  const { start } = useTour();
  return (
    <section class="card stack" aria-labelledby="tour-section">
      <div>
        <h2 id="tour-section">{t.section}</h2>
        <p class="soft small">{t.sectionText}</p>
      </div>
      <div>
        <Button onClick={start}>{t.start}</Button>
      </div>
    </section>
  );
}
