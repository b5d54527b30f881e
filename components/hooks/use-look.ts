/** The look kept beside the store, for pages shown while the store is locked or not yet open. */
import { useEffect, useState } from 'preact/hooks';
import { type Look, LOOK_KEY, lookSchema } from '@/lib/model/look';
import { extensionApi } from './extension';

const PLAIN: Look = { neutral: true, language: 'vi', theme: 'auto', largeText: false };

/** The plainest of all when there is none to read. */
export async function readLook(): Promise<Look> {
  try {
    return lookSchema.parse((await extensionApi()?.storage?.local.get(LOOK_KEY))?.[LOOK_KEY]);
  } catch {
    return PLAIN;
  }
}

/** Null until it was read. */
export function useLook(): Look | null {
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    let left = false;
    void readLook().then((found) => left || setLook(found));
    return () => void (left = true);
  }, []);
  return look;
}
