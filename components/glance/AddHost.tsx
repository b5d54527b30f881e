/** “This is my handbook page”: asks the browser for exactly the host in front; the background does the rest, also when the popup closes. */
import { useState } from 'preact/hooks';
import { hostOfAddress } from '@/lib/model/host';
import { requestHost } from '../hooks/request-host';
import { useText } from '../i18n/base';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';

/** `address` is null where the browser does not tell it: outside the popup, only a press on the button in the toolbar does. */
export function AddHost({ address }: { address: string | null }) {
  const text = useText().glance.addHost;
  const [outcome, setOutcome] = useState<'asking' | 'granted' | 'denied' | 'failed' | null>(null);
  if (address === null) return <p class="small">{text.fromToolbar}</p>;
  const host = hostOfAddress(address);
  if (host === null) return <p class="small">{text.notThisPage}</p>;
  const ask = async () => {
    setOutcome('asking');
    setOutcome(await requestHost(host));
  };
  return (
    <section class="add-host">
      <p class="small">{text.explain(host)}</p>
      <Button wide disabled={outcome === 'asking'} onClick={() => void ask()}>
        {text.button}
      </Button>
      {outcome === 'asking' && (
        <p class="small" role="status">
          {text.asking}
        </p>
      )}
      {outcome === 'granted' && (
        <Banner tone="good">
          <p class="small">{text.granted}</p>
        </Banner>
      )}
      {outcome === 'denied' && (
        <Banner tone="warn">
          <p class="small">{text.refused}</p>
        </Banner>
      )}
      {outcome === 'failed' && (
        <Banner tone="bad">
          <p class="small">{text.failed}</p>
        </Banner>
      )}
    </section>
  );
}
