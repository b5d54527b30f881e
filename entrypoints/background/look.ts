/** How the product looks while the store cannot be asked: kept beside it, so that a locked store has its language and icon. */
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';
import { type Look, LOOK_KEY, lookSchema } from '@/lib/model/look';
import { NAMES } from '@/lib/model/product-names';

/** Nothing of this tells whose notebook it is. */
export async function keptLook(): Promise<Look> {
  const kept: unknown = (await browser.storage.local.get(LOOK_KEY))[LOOK_KEY];
  return lookSchema.safeParse(kept).data ?? lookOf(DEFAULT_SETTINGS);
}

/** Keeps the look of the settings and shows it on the browser's button; null forgets it. */
export async function keepLook(settings: Settings | null): Promise<void> {
  const look = lookOf(settings ?? DEFAULT_SETTINGS);
  if (settings === null) await browser.storage.local.remove(LOOK_KEY);
  else if (JSON.stringify(look) !== JSON.stringify(await keptLook()))
    await browser.storage.local.set({ [LOOK_KEY]: look });
  await showLook(look);
}

/** The browser forgets icon and title when it closes. */
export async function showLook({ neutral, language }: Look): Promise<void> {
  const folder = neutral ? 'icon-plain' : 'icon';
  const path = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `/${folder}/${size}.png`]));
  await browser.action.setIcon({ path });
  await browser.action.setTitle({ title: NAMES[neutral ? 'plain' : 'full'][language] });
}

function lookOf({ neutralLook, language, theme, largeText }: Settings): Look {
  return { neutral: neutralLook, language, theme, largeText };
}
