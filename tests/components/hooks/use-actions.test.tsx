/** Actions: what is sent, and how every kind of failure comes back as a reply. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from '@/components/hooks/use-actions';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';

let chrome: FakeChrome;
let remove: () => void;
beforeEach(() => ({ chrome, remove } = installFakeChrome()));
afterEach(() => remove());
const action = { type: 'withdrawConsent', item: 'ownPoints' } as const;

describe('act', () => {
  it('sends the action in one envelope and hands on the value', async () => {
    chrome.answers.push({ ok: true, value: null });
    expect(await act(action)).toEqual({ ok: true, value: null });
    expect(chrome.messages).toEqual([{ type: 'act', action }]);
  });

  it.each([
    ['a refusal', { ok: false, code: 'conflict', detail: 'x' }, 'conflict'],
    ['no answer', undefined, 'storage'],
    ['an answer of another shape', { done: true }, 'storage'],
    ['an unknown code', { ok: false, code: 'boom', detail: '' }, 'storage'],
    ['a broken connection', new Error('Could not establish connection'), 'storage'],
  ])('turns %s into a reply', async (_what, answer, code) => {
    chrome.answers.push(answer);
    expect(await act(action)).toMatchObject({ ok: false, code });
  });

  it('says storage where there is no extension at all', async () => {
    remove();
    expect(await act(action)).toMatchObject({ ok: false, code: 'storage' });
  });
});
