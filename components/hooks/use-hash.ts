/** What the address's fragment stands for, followed as it changes. */
import { useEffect, useState } from 'preact/hooks';

/** `read` is one and the same function on every call. */
export function useHash<T>(read: (hash: string) => T): T {
  const [value, setValue] = useState(() => read(location.hash));
  useEffect(() => {
    const follow = () => setValue(() => read(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [read]);
  return value;
}
