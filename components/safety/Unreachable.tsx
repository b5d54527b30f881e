/** When the background gives no answer: what that means, and the two ways on. */
import { useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button, LinkButton } from '../ui/Button';

export function Unreachable({ retry }: { retry: () => void }) {
  const { safety } = useText();
  return (
    <main class="page">
      <Banner tone="bad" title={safety.unreachable}>
        <p>{safety.unreachableText}</p>
        <div class="cluster">
          <Button size="small" onClick={retry}>
            {safety.again}
          </Button>
          <LinkButton href="rescue.html">{safety.openRescue}</LinkButton>
        </div>
      </Banner>
    </main>
  );
}
