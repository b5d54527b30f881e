/** The sites that can be read, with their addresses and what each description was checked against. */
import type { Site } from '@/lib/model/site';
import { useLanguage, useText } from '../i18n';

export type ShownSite = Pick<Site, 'id' | 'siteVersion' | 'label' | 'hosts' | 'checkedAgainst' | 'confidence'>;

export function Sites({ sites }: { sites: readonly ShownSite[] }) {
  const text = useText().settings;
  const language = useLanguage();
  return (
    <section class="card stack" aria-labelledby="sites">
      <div>
        <h2 id="sites">{text.sites}</h2>
        <p class="soft small">{text.sitesHint}</p>
      </div>
      <ul class="settings-lines">
        {sites.map((site) => (
          <li key={site.id}>
            <div>
              <h3>{site.label[language]}</h3>
              <p class="small soft">
                {text.confidence[site.confidence]} · {text.siteVersion(site.siteVersion)}
              </p>
            </div>
            <p class="small">
              <span class="soft">{text.siteChecked}: </span>
              {site.checkedAgainst[language]}
            </p>
            <p class="small wrap-anywhere">
              <span class="soft">{text.siteHosts}: </span>
              {site.hosts.length === 0 ? text.siteNoHosts : site.hosts.join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
