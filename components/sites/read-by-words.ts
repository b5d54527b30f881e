/** What a host is read by, in words. */
import { useFormat, useLanguage, useText } from '@/components/i18n';
import type { ReadBy } from './host-list';

export function useReadByWords(): (read: ReadBy) => string {
  const { sites: t } = useText();
  const f = useFormat();
  const language = useLanguage();
  return (read) => {
    switch (read.by) {
      case 'taught':
        return t.byTaught(String(read.version), f.day(read.day ?? ''));
      case 'imported':
        return t.byImported(read.label, String(read.version));
      case 'shipped':
        return t.byShipped(read.site.label[language], String(read.site.siteVersion));
      case 'any':
        return t.byAny;
      case 'none':
        return t.byNone;
    }
  };
}
