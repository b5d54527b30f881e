/** The message matrix on the background's own checks: more than 2,000 cases, none gets in where it should not. */
import { describe, expect, it } from 'vitest';
import { ACTIONS, ACTION_TYPES } from './message-cases';
import { playMatrix } from './message-matrix';

describe('every message × every sender × every shape', () => {
  it('leaves no action out', () => {
    expect(ACTION_TYPES.filter((type) => !Object.hasOwn(ACTIONS, type))).toEqual([]);
  });

  it.each(playMatrix())('$label: $value ($bar)', ({ ok, found }) => {
    expect(found ?? []).toEqual([]);
    expect(ok).toBe(true);
  });
});
