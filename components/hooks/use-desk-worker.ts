/** A desk worker for as long as a component stands. */
import { useEffect, useRef } from 'preact/hooks';
import { type Desk, createDesk } from '@/components/workers/desk';

export function useDeskWorker(): Desk {
  const ref = useRef<Desk | null>(null);
  ref.current ??= createDesk();
  const desk = ref.current;
  useEffect(() => () => desk.destroy(), [desk]);
  return desk;
}
