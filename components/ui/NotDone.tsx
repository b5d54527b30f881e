/** What stands where an action was refused: why, in words, until it is closed. */
import type { ActionState } from '../hooks/use-actions';
import { useText } from '../i18n/base';
import { Banner } from './Banner';

export function NotDone({ status, onClose }: { status: ActionState; onClose: () => void }) {
  const { ui } = useText();
  return status.state === 'failed' ? (
    <Banner tone="bad" onClose={onClose}>
      <p>{ui.errors[status.code]}</p>
    </Banner>
  ) : null;
}
