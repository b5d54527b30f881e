/** Why a document was not made: the places of its input that do not fit. */
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';

/** The rest would not help to mend them. */
const SHOWN = 10;

export function NotMade({ issues }: { issues: readonly string[] }) {
  const { documents: t } = useText();
  return (
    <Banner tone="bad" title={t.notMade}>
      <ul class="finding-list">
        {issues.slice(0, SHOWN).map((issue) => (
          <li key={issue} class="wrap-anywhere">
            {issue}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
