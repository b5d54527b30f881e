/** Notices that the person has gone: by the browser when it may tell, else by the last sign of life on our pages. */
import { browser } from 'wxt/browser';

const LAST = 'lastActive';
const MINUTES = 'lockMinutes';
/** Signs of life are noted at most this often. */
const NOTE_EVERY_MS = 15_000;

let noted = 0;
let listening = false;

export interface Idle {
  /** Hears when the person or the screen has gone; to be called again when the permission was given. */
  listen(gone: () => void): void;
  /** Starts counting anew; with null nothing is counted. Outlives the worker's sleep. */
  expect(minutes: number | null): Promise<void>;
  stillHere(): Promise<void>;
  /** True when nothing was heard for too long. */
  isOver(): Promise<boolean>;
}

export const idle: Idle = {
  listen(gone) {
    // The permission is optional: without it there is no such interface.
    const api = browser.idle as typeof browser.idle | undefined;
    if (api === undefined || listening) return;
    listening = true;
    api.onStateChanged.addListener((state) => {
      if (state !== 'active') gone();
    });
  },
  async expect(minutes) {
    if (minutes === null) return browser.storage.session.remove([LAST, MINUTES]);
    await browser.storage.session.set({ [LAST]: Date.now(), [MINUTES]: minutes });
    (browser.idle as typeof browser.idle | undefined)?.setDetectionInterval(Math.max(15, minutes * 60));
  },
  async stillHere() {
    const now = Date.now();
    if (Math.abs(now - noted) < NOTE_EVERY_MS) return;
    noted = now;
    await browser.storage.session.set({ [LAST]: now });
  },
  async isOver() {
    const { [LAST]: last, [MINUTES]: minutes } = await browser.storage.session.get([LAST, MINUTES]);
    if (typeof last !== 'number' || typeof minutes !== 'number') return false;
    // A clock set back makes no time pass.
    return Date.now() - last > minutes * 60_000;
  },
};
