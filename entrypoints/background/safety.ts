/** The one place where recovery is plugged in: what the background uses to go back to before a dangerous write. */
import { NO_SAFETY, type Safety } from '@/lib/tracker/safety';

export function createSafety(): Safety {
  return NO_SAFETY;
}
