/** Types of server.mjs. */

/** A skin of the stand-in handbook. */
export type Skin = 'vnpt' | 'ptit' | 'quoc-gia' | 'cu' | 'odoo';

/** A running skin. */
export interface RunningHandbook {
  skin: Skin;
  port: number;
  /** Without a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

/** Builds the skin if needed and serves it at the root of a port of 127.0.0.1 (0: any free one). */
export function startHandbook(options?: { skin?: Skin; port?: number; build?: boolean }): Promise<RunningHandbook>;

/** Builds and starts all skins, on `port`, `port + 1`, … or on free ports. */
export function startAllSkins(options?: { port?: number }): Promise<RunningHandbook[]>;
