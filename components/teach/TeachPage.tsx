/** The teaching view of one tab in a page of its own (`#/teach/12`), for browsers without a side panel. */
import { useGlance } from '../hooks/use-glance';
import { TeachView } from './TeachView';
import { useTeaching } from './use-teaching';

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
