/** Shown until the background has answered: nothing for a moment, then a word, or the call to reload. */
import { useEffect, useState } from 'preact/hooks';
import type { Link } from '../hooks/use-glance';
import { useText } from '../i18n/base';

const PATIENCE_MS = 600;

export function Waiting({ link }: { link: Link }) {
  const text = useText().glance.frame;
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (link === 'gone') {
    return (
      <div class="glance-waiting" role="alert">
        <p class="glance-state-title">{text.reloadTitle}</p>
        <p class="small">{text.reloadText}</p>
      </div>
    );
  }
  return (
    <div class="glance-waiting" role="status">
      {late && <p>{text.waiting}</p>}
    </div>
  );
}
