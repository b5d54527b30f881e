/** A description in words: where it is used, what it reads, what it leaves out, when it asks. */
import { useFormat, useLanguage, useText } from '@/components/i18n';
import { type DescribedList, describeSite } from '@/lib/model/describe-site';
import type { Site } from '@/lib/model/site';

export function SiteWords({ site }: { site: Site }) {
  const { sites } = useText();
  const t = sites.words;
  const f = useFormat();
  const about = describeSite(site, useLanguage());
  return (
    <div class="stack-tight">
      <dl class="site-facts">
        <dt>{t.host}</dt>
        <dd class="wrap-anywhere">
          <strong>{about.hosts.join(', ')}</strong>
        </dd>
        <dt>{t.label}</dt>
        <dd class="wrap-anywhere">{about.label}</dd>
        <dt>{t.version}</dt>
        <dd>
          {about.day === null
            ? t.versionOnly(String(about.version))
            : t.versionDay(String(about.version), f.day(about.day))}
        </dd>
        <dt>{t.leapTitle}</dt>
        <dd>{about.leapLimit === null ? t.leapDefault : t.leap(f.number(about.leapLimit))}</dd>
      </dl>
      {about.parts.length + about.lists.length === 0 ? <p>{t.nothing}</p> : null}
      {about.parts.length === 0 ? null : (
        <>
          <p class="banner-title">{t.parts}</p>
          <ul class="reasons">
            {about.parts.map(({ what, label }, index) => (
              <li key={index} class="wrap-anywhere">
                {label === '' ? sites.parts[what] : t.part(sites.parts[what], label)}
              </li>
            ))}
          </ul>
        </>
      )}
      {about.lists.length === 0 ? null : (
        <>
          <p class="banner-title">{t.lists}</p>
          <ul class="reasons">
            {about.lists.map((list, index) => (
              <OneList key={index} list={list} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function OneList({ list }: { list: DescribedList }) {
  const { sites, glance } = useText();
  const t = sites.words;
  return (
    <li class="wrap-anywhere">
      {glance.tables.kinds[list.kind]}
      <p class="small">
        {t.columns}: {list.columns.map(({ label, headers }) => t.column(label, headers[0] ?? '')).join('; ')}
      </p>
      <p class="small soft">{list.ignored.length === 0 ? t.ignoredNone : t.ignored(list.ignored.join(', '))}</p>
    </li>
  );
}
