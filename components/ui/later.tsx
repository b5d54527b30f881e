/** A part of a page whose code is loaded when it is first shown: nothing for a moment, then a word, and a way out when it cannot be read. */
import { type ComponentType, createContext, h } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useText } from '../i18n/base';
import { Banner } from './Banner';
import { Button } from './Button';

const PATIENCE_MS = 300;

/** Told each time a part that had to be waited for, or its failure, has come to stand on the page. */
export const ArrivalContext = createContext<() => void>(() => {});

/** A component for the part; `load` brings its code before it is shown, and rejects when that cannot be read. */
export function later<P extends object>(bring: () => Promise<ComponentType<P>>) {
  let found: ComponentType<P> | null = null;
  const load = async (): Promise<void> => {
    found ??= await bring();
  };
  function Later(props: P) {
    const [state, setState] = useState<'waiting' | 'there' | 'failed'>(found === null ? 'waiting' : 'there');
    const arrived = useContext(ArrivalContext);
    useEffect(() => {
      if (state !== 'waiting') return arrived();
      let left = false;
      load().then(
        () => left || setState('there'),
        () => left || setState('failed'),
      );
      return () => void (left = true);
    }, [state]);
    if (found !== null) return h(found, props);
    return state === 'failed' ? <PartFailed /> : <PartWaiting />;
  }
  return Object.assign(Later, { load });
}

function PartWaiting() {
  const { ui } = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true">
      {late ? <p class="soft">{ui.loading}</p> : null}
    </div>
  );
}

/** A second import of a file that failed may fail for good in this page, so only loading the page anew helps. */
function PartFailed() {
  const { ui } = useText();
  return (
    <Banner tone="bad" title={ui.partFailed}>
      <p>{ui.partFailedText}</p>
      <Button onClick={() => location.reload()}>{ui.reload}</Button>
    </Banner>
  );
}
