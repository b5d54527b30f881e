/** The teaching view of one tab in a page of its own (`#/teach/12`), for browsers without a side panel. */
import { useGlance } from '../hooks/use-glance';
import { useHash } from '../hooks/use-hash';
import { TeachView } from './TeachView';
import { useTeaching } from './use-teaching';

/** The tab an address asks for, null when it asks for something else. */
export function taughtTab(hash: string): number | null {
  const [view, tab = ''] = hash.replace(/^#\/?/, '').split('/');
  const number = Number(tab);
  return view === 'teach' && tab !== '' && Number.isInteger(number) && number >= 0 ? number : null;
}

export function useTaughtTab(): number | null {
  return useHash(taughtTab);
}

export function TeachPage({ tabId }: { tabId: number }) {
  const { view } = useGlance(tabId);
  const link = useTeaching(tabId, view === null ? null : `${view.state} ${view.site?.id}`);
  const back = () => {
    void link.send({ type: 'openTeaching', tabId, open: false });
    location.hash = '#/points';
  };
  const problems = view?.state === 'pageChanged' ? view.problems : [];
  return <TeachView link={link} problems={problems} onBack={back} />;
}
