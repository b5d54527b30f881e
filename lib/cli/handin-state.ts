/** What a committee without the extension remembers between reviews: pinned keys and what was taken over. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import * as z from 'zod';
import type { AppliedHandIns } from '../handin';
import { peerKeySchema, takenHandInSchema } from '../model/hand-in';
import { readBytes } from './handin-files';
import { InputError } from './io';
import { replaceFile } from './replace-file';

const stateSchema = z.strictObject({
  format: z.literal('sotay-hand-in-state'),
  version: z.literal(1),
  peers: z.array(peerKeySchema).max(100_000),
  taken: z.array(takenHandInSchema).max(1_000_000),
});
export type HandInState = z.infer<typeof stateSchema>;

const MAX_STATE_BYTES = 50 * 1024 * 1024;

/** An empty state where there is no file yet. @throws InputError */
export async function readState(file: string | undefined, cwd: string): Promise<HandInState> {
  const empty: HandInState = { format: 'sotay-hand-in-state', version: 1, peers: [], taken: [] };
  if (file === undefined || (await stat(resolve(cwd, file)).catch(() => null)) === null) return empty;
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(await readBytes(file, cwd, MAX_STATE_BYTES)));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${basename(file)}: not a state of hand-ins`);
  }
  const parsed = stateSchema.safeParse(raw);
  if (!parsed.success) throw new InputError(`${basename(file)}: ${parsed.error.issues[0]?.message ?? 'not a state'}`);
  return parsed.data;
}

/** The state after taking over. */
export function growState(state: HandInState, applied: AppliedHandIns): HandInState {
  const gone = new Set([...applied.retiredKeys, ...applied.pins.map(({ keyId }) => keyId)]);
  return {
    ...state,
    peers: [...state.peers.filter(({ keyId }) => !gone.has(keyId)), ...applied.pins],
    taken: [...state.taken, ...applied.taken],
  };
}

/** Writes the state whole or not at all. @throws UsageError */
export function writeState(file: string, cwd: string, state: HandInState): Promise<void> {
  return replaceFile(resolve(cwd, file), new TextEncoder().encode(`${JSON.stringify(state, null, 2)}\n`));
}
