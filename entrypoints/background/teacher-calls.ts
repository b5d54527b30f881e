/** Questions to teacher.js in a page: injected when it does not answer, and never taken at its word. */
import { browser } from 'wxt/browser';
import type { z } from 'zod';
import type { BackgroundToTeacher } from '@/lib/teaching';
import { injectTeacher } from './injection';

/** Makes sure the teacher is in the top frame of a tab; false when the tab is gone or shows an error page. */
export async function ensureTeacher(tabId: number): Promise<boolean> {
  if ((await call(tabId, { type: 'areYouThere' })) === true) return true;
  await injectTeacher(tabId);
  return (await call(tabId, { type: 'areYouThere' })) === true;
}

/** The answer when it has the right shape, else null. */
export async function askTeacher<T extends z.ZodType>(
  tabId: number,
  message: BackgroundToTeacher,
  shape: T,
): Promise<z.infer<T> | null> {
  const { data } = shape.safeParse(await call(tabId, message));
  return data ?? null;
}

/** Nobody there is no error. */
export async function tellTeacher(tabId: number, message: BackgroundToTeacher): Promise<void> {
  await call(tabId, message);
}

async function call(tabId: number, message: BackgroundToTeacher): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage<BackgroundToTeacher, unknown>(tabId, message, { frameId: 0 });
  } catch {
    return undefined; // nobody listens there
  }
}
