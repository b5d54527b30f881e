/** Why a file was not taken as a form: in words by the code, then the places in the file. */
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import type { RubricError } from '@/lib/rubric';

export function RefusedFile({ name, error }: { name: string; error: RubricError }) {
  const { rubric: t } = useText();
  return (
    <Banner tone="bad" title={name}>
      <p>{t.refusals[error.code]}</p>
      {error.problems.length > 0 && (
        <ul class="rubric-findings">
          {error.problems.map(({ path, message }, index) => (
            <li key={index}>
              {/* The place and the reason are those of the file format, which is English. */}
              <code lang="en">{path === '' ? message : `${path}: ${message}`}</code>
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
