/** What stands where something could not be read: says so, and tries again. */
import { useText } from '../i18n/base';
import { Banner } from './Banner';
import { Button } from './Button';

export function LoadFailed({ retry }: { retry: () => void }) {
  const { ui } = useText();
  return (
    <Banner tone="bad" title={ui.loadFailed}>
      <Button size="small" onClick={retry}>
        {ui.retry}
      </Button>
    </Banner>
  );
}
