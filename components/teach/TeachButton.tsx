/** The way into teaching, where a page may be read but is not known, or is no longer what it was. */
import type { PanelState } from '@/lib/protocol';
import { extensionApi } from '../hooks/extension';
import { useText } from '../i18n/base';
import { Button } from '../ui/Button';
import type { TeachingLink } from './use-teaching';

/** States in which pointing is the thing to do; on a host taught before it is always possible. */
const WANTING: readonly PanelState[] = ['unknownSite', 'pageChanged'];

export function TeachButton(props: {
  state: PanelState;
  link: TeachingLink;
  /** Window whose side panel shows the view; null in the side panel itself. */
  windowId: number | null;
  onFailed: () => void;
}) {
  const { link, windowId } = props;
  const text = useText().glance.teach;
  const { state } = link;
  if (state === null || state.can !== 'yes' || state.open) return null;
  const wanting = WANTING.includes(props.state);
  if (!wanting && !state.kept) return null;
  const open = () => {
    const opened = link.send({ type: 'openTeaching', tabId: state.tabId, open: true });
    if (windowId === null) return;
    const api = extensionApi();
    // The browser opens a side panel only straight from a press, so nothing may be awaited before.
    const shown =
      api?.sidePanel?.open({ windowId }) ??
      api?.tabs?.create({ url: api.runtime.getURL(`/dashboard.html#/teach/${state.tabId}`) });
    shown?.then(() => opened).then(() => window.close(), props.onFailed);
  };
  return (
    <Button kind={wanting ? 'main' : 'plain'} icon="pencil" wide onClick={open}>
      {state.kept ? text.openAgain : text.open}
    </Button>
  );
}
