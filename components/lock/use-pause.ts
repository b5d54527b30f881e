/** A growing pause after wrong passphrases, kept for the session, so that a reload does not shorten it. */
import { useEffect, useState } from 'preact/hooks';
import { extensionApi } from '../hooks/extension';

const KEY = 'unlockTries';
const SECONDS = [0, 0, 0, 5, 15, 30, 60];

interface Tries {
  count: number;
  /** Until when to wait, in ms since the epoch. */
  until: number;
}

export function usePause() {
  const [seconds, setSeconds] = useState(0);
  const [tries, setTries] = useState<Tries>({ count: 0, until: 0 });
  const store = extensionApi()?.storage?.session;
  useEffect(() => {
    store?.get(KEY).then(
      // Written below, in this session.
      ({ [KEY]: kept }) => kept !== undefined && setTries(kept as Tries),
      () => {},
    );
  }, []);
  useEffect(() => {
    const look = () => setSeconds(Math.max(0, Math.ceil((tries.until - Date.now()) / 1_000)));
    look();
    if (tries.until <= Date.now()) return;
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [tries]);
  const put = async (next: Tries) => {
    setTries(next);
    await store?.set({ [KEY]: next }).catch(() => {});
  };
  return {
    seconds,
    failed: () => {
      const count = tries.count + 1;
      const wait = SECONDS[Math.min(count, SECONDS.length - 1)] ?? 0;
      return put({ count, until: Date.now() + wait * 1_000 });
    },
    succeeded: () => put({ count: 0, until: 0 }),
  };
}
