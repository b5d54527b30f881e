/** The smallest definition a person can teach: their points, found in two ways. */
import type { Site } from '../../../lib/model/site';
import { buildSite } from '../../../lib/picker';

export function taughtSite(host: string, siteVersion = 1, leapLimit: number | null = null): Site {
  const part = {
    what: 'points' as const,
    anchors: [
      { by: 'label' as const, text: 'Điểm tích lũy', side: 'before' as const, distance: 1 },
      { by: 'path' as const, select: 'header span' },
    ],
    part: 'whole' as const,
    place: { path: '/', heading: '' },
  };
  return { ...buildSite({ host, day: '2026-11-25', parts: [part], lists: [], leapLimit }), siteVersion };
}
