/** Copies that lie open hold no secrets; sealed ones keep them. */
import { expect, it } from 'vitest';
import { withoutSecrets } from '../../../lib/model/all-data';
import { stateFrom } from '../backup/states';

it('leaves keys of hand-ins out, and counts anew', () => {
  const state = stateFrom(3);
  const at = '2026-11-20T05:00:00.000Z';
  const secret = {
    id: 'own',
    kind: 'ownKey' as const,
    unit: null,
    createdAt: at,
    changedAt: at,
    removedAt: null,
    versions: { a: 1 },
    value: {
      use: 'sign' as const,
      keyId: 'k'.repeat(43),
      jwk: { kty: 'OKP' as const, crv: 'Ed25519' as const, x: 'x'.repeat(43), d: 'd'.repeat(43) },
    },
  };
  const data = { ...state, desk: [...state.desk, secret] };
  const open = withoutSecrets(data);
  expect(open.desk).toEqual(state.desk);
  expect(open.counts.desk).toBe(state.desk.length);
  expect(JSON.stringify(open)).not.toContain('d'.repeat(43));
  expect(data.desk).toContain(secret);
});
