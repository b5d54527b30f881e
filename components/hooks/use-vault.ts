/** A vault worker for as long as a component stands. */
import { useEffect, useRef } from 'preact/hooks';
import { type Vault, createVault } from '@/components/workers/vault';

export function useVault(): Vault {
  const ref = useRef<Vault | null>(null);
  ref.current ??= createVault();
  const vault = ref.current;
  useEffect(() => () => vault.destroy(), [vault]);
  return vault;
}
