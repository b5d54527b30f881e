/** How reading goes on one host: last time, how often, and what was missing. */
import { useFormat, useText } from '@/components/i18n';
import type { SiteHealth } from '@/lib/model/host-site';
import { failureWords } from './failure-words';

export function HealthFacts({ health }: { health: SiteHealth | null }) {
  const { sites: t, glance } = useText();
  const f = useFormat();
  if (health === null || health.good + health.bad === 0) return <p class="soft">{t.neverRead}</p>;
  const { good, bad, lastGoodAt, lastBadAt, failures } = health;
  return (
    <div class="stack-tight">
      <dl class="site-facts">
        <dt>{t.lastGood}</dt>
        <dd>{lastGoodAt === null ? t.never : f.instant(lastGoodAt)}</dd>
        <dt>{t.goodTimes}</dt>
        <dd class="figures">{good}</dd>
        <dt>{t.badTimes}</dt>
        <dd class="figures">{bad}</dd>
        {lastBadAt === null ? null : (
          <>
            <dt>{t.lastBad}</dt>
            <dd>{f.instant(lastBadAt)}</dd>
          </>
        )}
      </dl>
      {failures.length === 0 ? null : (
        <details>
          <summary>{t.missing}</summary>
          <ul class="reasons">
            {failures.map((failure) => (
              <li key={`${failure.code} ${failure.part}`}>
                {t.failure(
                  failureWords(failure, t, glance.tables.kinds),
                  String(failure.times),
                  f.instant(failure.lastAt),
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
