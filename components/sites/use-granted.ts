/** The hosts the browser has granted, followed as they change; and giving one back. */
import { useEffect, useState } from 'preact/hooks';
import { extensionApi } from '@/components/hooks/extension';
import { act } from '@/components/hooks/use-actions';
import { patternOfHost } from '@/lib/model/host';

/** Match patterns; null until the browser has told. */
export function useGranted(): readonly string[] | null {
  const [origins, setOrigins] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const permissions = extensionApi()?.permissions;
    const ask = () => {
      const asked = permissions?.getAll?.() ?? Promise.resolve({});
      asked.then(
        (all: { origins?: string[] }) => setOrigins(all.origins ?? []),
        () => setOrigins([]),
      );
    };
    ask();
    permissions?.onAdded?.addListener(ask);
    permissions?.onRemoved?.addListener(ask);
    return () => {
      permissions?.onAdded?.removeListener(ask);
      permissions?.onRemoved?.removeListener(ask);
    };
  }, []);
  return origins;
}

/** Gives back a permission that was asked for in vain: nothing may stay half done. `listed`: the host was in the list before. */
export async function takeBack(host: string, { listed }: { listed: boolean }): Promise<void> {
  // The background may have put the host into the list as soon as the browser granted it.
  const gone = !listed && (await act({ type: 'removeHost', host, withReadings: false })).ok;
  if (!gone)
    await extensionApi()
      ?.permissions?.remove?.({ origins: [patternOfHost(host)] })
      .catch(() => false);
}
