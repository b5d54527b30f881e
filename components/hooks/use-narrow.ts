/** True on a screen as narrow as a phone; paper is never narrow. */
import { useEffect, useState } from 'preact/hooks';

/** The same width as in components/ui/tables.css. */
const NARROW = 'screen and (max-width: 600px)';

export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const tell = () => setNarrow(query.matches);
    tell();
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  }, []);
  return narrow;
}
