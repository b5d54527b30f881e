/** In "Dữ liệu": the copies the extension keeps by itself, and the way to them. */
import { useStore } from '../hooks/use-store';
import { useFormat, useText } from '../i18n';
import { LinkButton } from '../ui/Button';

export function Protection() {
  const store = useStore();
  const { safety: t } = useText();
  const f = useFormat();
  const copies = store?.info.protection;
  if (!copies) return null;
  return (
    <section class="card stack" aria-labelledby="copies-title">
      <h2 id="copies-title">{t.copies}</h2>
      <p>{t.copiesText}</p>
      <p>
        {copies.lastSnapshotAt === null
          ? t.noCopyYet
          : t.copiesState(f.number(copies.generations), f.instant(copies.lastSnapshotAt))}
      </p>
      <div>
        <LinkButton href="rescue.html">{t.openRescue}</LinkButton>
      </div>
    </section>
  );
}
