/** What must be known before acting on what is kept about somebody: namesakes, the user themself, the name elsewhere. */
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import type { AboutPerson } from '@/lib/tracker';

export function KeptNotes({ about }: { about: AboutPerson }) {
  const { privacy: t } = useText();
  return (
    <>
      {about.hasNamesake ? (
        <Banner tone="warn" live="off">
          <p>{t.namesake}</p>
        </Banner>
      ) : null}
      {about.isSelf ? (
        <Banner live="off">
          <p>{t.selfNote}</p>
        </Banner>
      ) : null}
      {about.alsoIn.map((place) => (
        <Banner key={place} live="off">
          <p>{t.alsoIn[place]}</p>
        </Banner>
      ))}
    </>
  );
}
