/** What every page of the gallery needs. */
import type { Scene } from '../data';

/** Draws one list into an element with one library. */
export type Mount = (root: HTMLElement, scene: Scene) => void | Promise<void>;
